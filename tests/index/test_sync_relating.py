from dataclasses import replace
from datetime import UTC, date, datetime

from corpus.intake.kinship import Kin
from corpus.types import Source
from index.store.manifest import Entry
from index.sync.relating import Related, settled

NOW = datetime(2026, 3, 1, tzinfo=UTC)
COPY, TRANSLATION, CORRECTION = Kin.COPY, Kin.TRANSLATION, Kin.CORRECTION


def entry(name: str, day: int | None = None, language: str = "en", **kin: str) -> Entry:
    published = date(2026, 2, day) if day else None
    source = Source(name, f"{name}.md", name, language, published=published)
    return replace(Entry(source, "/c", "d", "s", 1, NOW), **kin)


def entries(*found: Entry) -> dict[str, Entry]:
    return {one.source.article: one for one in found}


def after(
    now: dict[str, Entry], *new: Related, before: dict[str, Entry] | None = None, fresh: str = ""
) -> dict[str, tuple[str | None, str | None, str | None]]:
    told = settled(now, before or {}, frozenset(fresh.split()), new)
    kin = {name: (e.copy_of, e.translation_of, e.superseded_by) for name, e in told.items()}
    return {name: found for name, found in kin.items() if any(found)}


def test_the_copy_that_came_out_first_is_the_original_of_all() -> None:
    now = entries(entry("a", 9), entry("b", 3), entry("c"))
    assert after(now, Related(COPY, "a", "c"), Related(COPY, "b", "a")) == {
        "a": ("b", None, None),
        "c": ("b", None, None),
    }


def test_a_translation_names_its_original_and_a_corrected_article_what_corrects_it() -> None:
    now = entries(entry("a", 3), entry("b", 4, "zh-Hant"), entry("c", 5))
    assert after(now, Related(TRANSLATION, "a", "b"), Related(CORRECTION, "c", "a")) == {
        "a": (None, None, "c"),
        "b": (None, "a", None),
    }


def test_a_copy_of_an_original_is_no_translation_though_it_has_one() -> None:
    now = entries(entry("a", 3), entry("copy", 4), entry("b", 5, "zh"))
    new = Related(TRANSLATION, "a", "b"), Related(TRANSLATION, "copy", "b"), Related(COPY, "a", "copy")
    assert after(now, *new) == {"copy": ("a", None, None), "b": (None, "a", None)}


def test_what_was_known_stays_known_and_an_older_article_that_comes_later_becomes_the_original() -> None:
    before = entries(entry("a", 9), entry("c", 10, copy_of="a"))
    now = entries(entry("a", 9), entry("b", 3), entry("c", 10))
    assert after(now, before=before) == {"c": ("a", None, None)}
    assert after(now, Related(COPY, "b", "a"), before=before, fresh="b") == {
        "a": ("b", None, None),
        "c": ("b", None, None),
    }


def test_copies_of_an_original_that_is_gone_or_rewritten_stay_copies_of_each_other() -> None:
    before = entries(entry("a", 1), entry("b", 2, copy_of="a"), entry("c", 3, copy_of="a"))
    gone = entries(entry("b", 2), entry("c", 3))
    assert after(gone, before=before) == {"c": ("b", None, None)}
    rewritten = entries(entry("a", 1), *gone.values())
    assert after(rewritten, before=before, fresh="a") == {"c": ("b", None, None)}


def test_what_was_rewritten_is_no_copy_until_it_is_found_to_be_one_again() -> None:
    before = entries(entry("a", 1), entry("b", 2, copy_of="a", superseded_by="a"))
    now = entries(entry("a", 1), entry("b", 2))
    assert after(now, before=before, fresh="b") == {}
    assert after(now, Related(COPY, "b", "a"), before=before, fresh="b") == {"b": ("a", None, None)}


def test_without_its_correction_an_article_counts_again() -> None:
    before = entries(entry("a", 1, superseded_by="b"), entry("b", 2))
    assert after(entries(entry("a", 1)), before=before) == {}
