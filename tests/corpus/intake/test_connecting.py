import socket
import ssl
import threading

import pytest

from corpus.intake.fetching import fetch
from corpus.intake.types import NotFetched, Rules


def test_a_certificate_is_asked_for_by_the_name_and_one_that_fails_is_refused() -> None:
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda _, name, __: named.append(name)

    def shake_hands(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection, pytest.raises((ssl.SSLError, OSError)):  # there is no certificate to show
            context.wrap_socket(connection, server_side=True)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        thread = threading.Thread(target=shake_hands, args=(listening,))
        thread.start()
        with pytest.raises(NotFetched, match="does not answer properly"):
            fetch(f"https://localhost:{port}/", Rules(private=True, ports=frozenset({port})))
        thread.join(5)
    assert named == ["localhost"]


@pytest.mark.parametrize("sent", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000])
def test_what_does_not_speak_http_is_told_in_a_sentence(sent: bytes) -> None:
    def answer(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(sent)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        thread = threading.Thread(target=answer, args=(listening,))
        thread.start()
        with pytest.raises(NotFetched, match="does not answer properly"):
            fetch(f"http://127.0.0.1:{port}/", Rules(private=True, ports=frozenset({port})))
        thread.join(5)
