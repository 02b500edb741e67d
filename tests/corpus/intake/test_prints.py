from pathlib import Path

import pytest

from corpus.intake.duplicates import nearly_same, print_of
from corpus.intake.prints import read_prints, write_prints

TEXT = "Kestrel 2 reads 256K tokens at once."


def test_prints_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    write_prints(tmp_path / "prints.json", {"d": print_of(TEXT), "e": print_of("")})
    found = read_prints(tmp_path / "prints.json")
    assert found["d"].digest == print_of(TEXT).digest
    assert (found["d"].marks == print_of(TEXT).marks).all()
    assert nearly_same(found["e"], print_of("--"))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 3}', '{"format": 2, "prints": {"d": ["x", ""]}}']
)
def test_damaged_ones_are_taken_again(tmp_path: Path, text: str) -> None:
    (tmp_path / "prints.json").write_text(text)
    assert read_prints(tmp_path / "prints.json") == {}
