import asyncio
import socket
import ssl
import threading

import httpx
import pytest

from corpus.intake.connecting import Checked
from corpus.intake.fetching import fetch
from corpus.intake.types import AddressRefused, NotFetched, Rules
from tests.web import Page, serving


class Names:
    """Looks names up: says the next thing each time, and keeps what it was asked."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def look_up(self, host: str, port: int) -> list[str]:
        self.asked.append(f"{host}:{port}")
        return self.answers.pop(0)


def got(address: str, rules: Rules, names: Names) -> str:
    async def get() -> str:
        async with httpx.AsyncClient(transport=Checked(rules, names.look_up), trust_env=False) as client:
            return (await client.get(address)).text

    return asyncio.run(get())


def test_a_name_that_leads_elsewhere_after_the_check_gains_nothing() -> None:
    with serving({"/": Page(b"the checked one")}) as web:
        names = Names(["127.0.0.1"], ["169.254.169.254"], ["127.0.0.1"])
        rules = Rules(private=True, ports=frozenset({web.port}))
        assert got(web.at("/", "news.example"), rules, names) == "the checked one"
        assert names.asked == [f"news.example:{web.port}"]  # once: the connection asks nobody
        assert web.hosts == [f"news.example:{web.port}"]


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.0.0.1", "169.254.169.254"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["224.0.0.1"],
        [],
    ],
)
def test_a_name_that_leads_to_no_public_address_is_not_connected_to(found: list[str]) -> None:
    names = Names(found)
    with pytest.raises(AddressRefused, match=r"news\.example leads to"):
        got("http://news.example/", Rules(), names)
    assert names.asked == ["news.example:80"]


def test_of_several_addresses_only_the_allowed_are_tried() -> None:
    with serving({"/": Page(b"the checked one")}) as web:
        rules = Rules(private=True, ports=frozenset({web.port}))
        names = Names(["0.0.0.0", "127.0.0.1"])
        assert got(web.at("/", "news.example"), rules, names) == "the checked one"


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
