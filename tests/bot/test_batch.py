import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.batch import LINE_BYTES, Asked, BadLine, read_batch


def read(data: bytes) -> list[Asked | BadLine]:
    return list(read_batch(io.BytesIO(data)))


def test_questions_come_in_order_with_their_ids() -> None:
    data = '\ufeff{"id": "a", "question": "什么?"}\r\n\n{"id": 7, "question": "", "more": []}'
    assert read(data.encode()) == [Asked("a", "什么?"), Asked(7, "")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "it is not JSON"),
        (b'{"id": 1, "question": "a"', "it is not JSON"),
        (b"[" * 200_000, "it is not JSON"),
        (b'{"id": ' + b"1" * 5000 + b', "question": "a"}', "it is not JSON"),
        (b'{"id": NaN, "question": "a"}', "it is not JSON"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b'["id", "question"]', "it is not a JSON object"),
        (b'{"question": "a"}', 'it needs an "id" that is a string or a number'),
        (b'{"id": true, "question": "a"}', 'it needs an "id" that is a string or a number'),
        (b'{"id": 1e999, "question": "a"}', 'it needs an "id" that is a string or a number'),
        (b'{"id": "a"}', 'it needs a "question" that is a string'),
        (b'{"id": "a", "question": ["b"]}', 'it needs a "question" that is a string'),
        (b'{"id": "a", "question": "' + b"b" * 3 * LINE_BYTES + b'"}', "it is longer than 1 MB"),
    ],
)
def test_a_line_that_cannot_be_read_is_numbered_and_the_others_are_kept(line: bytes, reason: str) -> None:
    good = b'{"id": "z", "question": "next"}\n'
    assert read(good + line + b"\n" + good) == [Asked("z", "next"), BadLine(2, reason), Asked("z", "next")]


def test_questions_are_read_one_at_a_time() -> None:
    file = io.BytesIO(b'{"id": 1, "question": "a"}\n' * 3)
    next(read_batch(file))
    assert file.tell() == len(file.getvalue()) // 3


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(data: bytes) -> None:
    assert len(read(data)) <= data.count(b"\n") + 1


@given(st.lists(st.tuples(st.text(), st.text())))
def test_what_json_writes_is_read_as_it_was(pairs: list[tuple[str, str]]) -> None:
    lines = [json.dumps({"id": i, "question": q}) for i, q in pairs]
    assert read("\n".join(lines).encode()) == [Asked(i, q) for i, q in pairs]
