"""Notes of articles which are copies, translations and corrections of each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.intake.kinship import Account, Kin
from index.shelf import language_group
from index.store.manifest import Entry
from index.sync.likeness import Centres, alike

FindKin = Callable[[Account, Account, float], Kin | None]  # what the first is to the second


@dataclass(frozen=True, slots=True)
class Related:
    """What the article `one` is to the article `other`."""

    kin: Kin
    one: str
    other: str


def no_kin(_one: Account, _other: Account, _likeness: float) -> Kin | None:
    """Looks for none."""
    return None


def relations(
    found: Centres, fresh: Iterable[str], account: Callable[[str], Account], kin: FindKin
) -> Iterator[Related]:
    """Yields what the fresh articles are to others, and others to them. `account` reads an article, each once."""
    read: dict[str, Account] = {}
    for first, second, likeness in alike(found, fresh):
        names = found.articles[first], found.articles[second]
        one, other = (read.get(name) or read.setdefault(name, account(name)) for name in names)
        if is_one := kin(one, other, likeness):
            yield Related(is_one, *names)
        elif is_other := kin(other, one, likeness):
            yield Related(is_other, *names[::-1])


def settled(
    entries: Mapping[str, Entry], before: Mapping[str, Entry], fresh: frozenset[str], new: Iterable[Related]
) -> dict[str, Entry]:
    """Returns the entries with what they are to each other: what was found now, and what was known of those that
    were not read again. Of copies, and of translations, the one that came out first is the original."""
    pairs = [*_known(before, fresh), *new]
    copies = _originals(entries, [pair for pair in pairs if pair.kin is Kin.COPY])
    # A copy of an original has its translations too, but is none itself.
    translated = _originals(entries, [pair for pair in pairs if pair.kin is not Kin.CORRECTION])
    translations = {
        name: first
        for name, first in translated.items()
        if _language(entries[name]) != _language(entries[first])
    }
    newer = {pair.other: pair.one for pair in pairs if pair.kin is Kin.CORRECTION and pair.one in entries}
    return {
        name: replace(
            entry,
            copy_of=copies.get(name),
            translation_of=translations.get(name),
            superseded_by=newer.get(name),
        )
        for name, entry in entries.items()
    }


def _language(entry: Entry) -> str:
    return language_group(entry.source.language)


def _known(before: Mapping[str, Entry], fresh: frozenset[str]) -> Iterator[Related]:
    """What was known. An original that is gone, or is another text now, still holds together those that have it
    in common; it goes by a name that no article has."""
    for name, entry in before.items():
        if name in fresh:
            continue
        if entry.copy_of:
            yield Related(Kin.COPY, name, _then(entry.copy_of, fresh))
        if entry.translation_of:
            yield Related(Kin.TRANSLATION, name, _then(entry.translation_of, fresh))
        if entry.superseded_by and entry.superseded_by not in fresh:
            yield Related(Kin.CORRECTION, entry.superseded_by, name)


def _then(name: str, fresh: frozenset[str]) -> str:
    return f"{name} as it was" if name in fresh else name


def _originals(entries: Mapping[str, Entry], pairs: Iterable[Related]) -> dict[str, str]:
    """Returns the original of each that has one."""
    together: dict[str, set[str]] = {}
    for pair in pairs:
        joined = together.get(pair.one, {pair.one}) | together.get(pair.other, {pair.other})
        together.update(dict.fromkeys(joined, joined))
    found = {}
    for name, joined in together.items():
        first = min((n for n in joined if n in entries), key=lambda n: _age(entries[n]), default=name)
        if first != name and name in entries:
            found[name] = first
    return found


def _age(entry: Entry) -> tuple[bool, str, str, str]:
    day = entry.source.published
    return day is None, str(day), entry.taken_in.isoformat(), entry.source.article
