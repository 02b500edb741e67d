import json
from pathlib import Path

from index.catalogue.shelved import read_copy, write_copy
from tests.index.fact_helpers import rows_of


def test_a_copy_is_read_as_it_was_written_but_for_the_sentences(tmp_path: Path) -> None:
    rows = rows_of("a", 300)
    write_copy(rows, tmp_path / "shelves" / "x")
    found = read_copy(tmp_path / "shelves" / "x", 300)
    assert found is not None
    assert [(r.fact, r.quote, r.context_quotes) for r in found] == [
        (r.fact, r.quote, r.context_quotes) for r in rows
    ]


def test_a_copy_is_replaced_whole(tmp_path: Path) -> None:
    write_copy(rows_of("a", 3), tmp_path / "x")
    write_copy(rows_of("a", 2), tmp_path / "x")
    assert read_copy(tmp_path / "x", 3) is None
    assert len(read_copy(tmp_path / "x", 2) or ()) == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["x"]


def test_what_can_not_be_used_is_none(tmp_path: Path) -> None:
    assert read_copy(tmp_path / "none", 0) is None
    for number, text in enumerate(
        ("", "[]", "{}", "1\n[]", "2", "2\n{", "2\n[{}]", "2\n[1]", '2\n["a"]', "2\n{}", "2\n7")
    ):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "facts.jsonl").write_text(text)
        assert read_copy(tmp_path / f"{number}", 1) is None


def test_many_facts_stand_in_many_lines_so_that_no_line_takes_long_to_read(tmp_path: Path) -> None:
    write_copy(rows_of("a", 1_200), tmp_path / "x")
    lines = (tmp_path / "x" / "facts.jsonl").read_text("utf-8").splitlines()
    assert [len(json.loads(line)) for line in lines[1:]] == [500, 500, 200]
    assert len(read_copy(tmp_path / "x", 1_200) or ()) == 1_200
