import io
from pathlib import Path

import pytest

from bot.batch import Asked
from bot.commands.each import batch_file, for_each
from bot.types import BatchUnreadable


def test_unreadable_lines_are_named_by_number_and_the_others_answered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answered: list[Asked] = []
    batch = io.BytesIO(b'{"id": 1, "question": "a"}\n\noops\n{"id": 2, "question": "b"}')
    assert for_each(batch, answered.append) == 1
    assert answered == [Asked(1, "a"), Asked(2, "b")]
    assert capsys.readouterr().err == "modelscape: line 3 can't be read: it is not JSON\n"


def test_a_batch_without_a_mistake_is_done() -> None:
    assert for_each(io.BytesIO(b""), lambda _: None) == 0


@pytest.mark.parametrize("name", [".", "missing.jsonl"])
def test_a_file_that_cannot_be_opened_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(BatchUnreadable, match="can't be read"), batch_file(tmp_path / name):
        pass


def test_a_file_is_closed_and_none_is_none(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(b"x")
    with batch_file(tmp_path / "b.jsonl") as batch:
        assert batch is not None
    assert batch.closed
    with batch_file(None) as nothing:
        assert nothing is None
