from datetime import date
from pathlib import Path

import pytest

from corpus.intake.ledger import Ledger, Removed, SetAside, read_ledger, write_ledger
from corpus.types import CorpusError

DAY = date(2026, 3, 1)
PIE = SetAside("https://a.example/pie", "Pie", "No model.", DAY, "Food", date(2026, 2, 1), "en")
OWL = Removed(None, "owl.md", "Owl", ("a.example/owl",), "d" * 64, DAY)
ELK = Removed("/news", "elk.md", "Elk", (), "e" * 64, DAY)


def test_it_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    ledger = Ledger({"owl.md": ("https://a.example/owl", "file:///owl.md")}, (PIE,), (OWL, ELK))
    write_ledger(tmp_path / "sub" / "ledger.json", ledger)
    assert read_ledger(tmp_path / "sub" / "ledger.json") == ledger


def test_where_there_is_none_nothing_is_remembered(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "ledger.json") == Ledger({})


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"addresses": 1, "set_aside": [], "removed": []}'])
def test_a_damaged_one_is_told_and_not_overwritten(tmp_path: Path, text: str) -> None:
    (tmp_path / "ledger.json").write_text(text)
    with pytest.raises(CorpusError, match="damaged"):
        read_ledger(tmp_path / "ledger.json")


def test_addresses_are_kept_once_and_go_with_their_article() -> None:
    ledger = Ledger({}).with_addresses("owl.md", ("a", "b")).with_addresses("owl.md", ("b", "c"))
    assert ledger.addresses == {"owl.md": ("a", "b", "c")}
    assert ledger.with_removed(OWL).addresses == {}


def test_what_is_set_aside_twice_is_listed_once() -> None:
    ledger = Ledger({}).with_set_aside(PIE).with_set_aside(PIE)
    assert ledger.set_aside == (PIE,)
    assert ledger.without_set_aside(PIE.address).set_aside == ()


def test_a_file_in_an_operators_folder_stays_out_when_a_copy_of_it_is_taken_in() -> None:
    ledger = Ledger({}).with_removed(OWL).with_removed(ELK)
    assert ledger.places == {("/news", "elk.md")}
    assert ledger.without_removed((OWL, ELK)).removed == (ELK,)
