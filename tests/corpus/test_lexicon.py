import tomllib
from collections import Counter
from importlib.resources import files

import opencc
import pytest

from bot.answering.evidence import SHAPES
from corpus.lexicon import Concept, read_aliases, read_concepts, read_frame_words

_KANA_OR_HANGUL = [(0x3040, 0x30FF), (0xAC00, 0xD7AF)]
# Names that are English words too, and why they may stand here all the same.
_ORDINARY_AND_KNOWN = {
    "apple": "rarely a fruit in these articles",
    "china": "always the country in these articles",
    "meta": "hardly ever alone in prose; 'meta-learning' is one word",
    "spark": "Apache Spark is a name too",
}
# The commonest English words that somebody might take for a name of this field.
_WORDS = """
able about above age agent air all and any apple arc area art ask atlas base bean bear best big bit
black blue board bolt book box bridge bright byte call cap care case chat china chip choice cloud
code cold come command copy core cost data dark day deal deep dev do dream drive dust earth edge end
era eve ever exact eye face far fast field fire first flash flow fly focus for form free fun future
galaxy game gem general genie glow go gold good grand great ground group grow hand hard hat head
heart help here high home horizon host hot house hub human ice idea image in index inner ink jet
jump key kind king lab lake land large last law lead leap learn leaf level life light like line link
lion live logic long look lot love lumen mac magic main make mark master max may maybe meta meteor
mid milestone mind mini mint mistral mix mode model moon more motion move muse music nano need net
new next night no noble north nova now ocean of on one open opera orbit origin other out over own
pack palm panda part path peak pen people phi phone pi pilot pin pixel plan plant play plus point
pony pool power press prime pro prompt pulse pure quest question quick quiet rain rare read real red
reason rest ring rise river road robot rock run sage sand say scale scout sea search see seed sense
set sharp shell shine ship sign silver simple sky small smart snow so solar song sonic soul sound
source space spark speed spring stage star start state step still stone storm story stream strong
studio sun super swift table tag take talk team tech test text the thing think thread time titan to
tool top touch train tree true turn ultra under up use view vision voice wave way web well wild wind
wise word work world write zen zero
"""
_EVERYDAY = frozenset(_WORDS.split())


def _groups() -> list[list[str]]:
    found: list[list[str]] = tomllib.loads((files("corpus.lexicon") / "aliases.toml").read_text("utf-8"))[
        "aliases"
    ]
    return found


def _is_foreign(word: str) -> bool:
    """Says whether a word is Japanese or Korean beyond doubt."""
    return any(low <= ord(c) <= high for c in word for low, high in _KANA_OR_HANGUL)


def _folded(word: str) -> str:
    return opencc.OpenCC("t2s").convert(word).lower()


@pytest.mark.parametrize("group", _groups(), ids=lambda group: str(group[0]))
def test_names_are_written_as_the_search_folds_text(group: list[str]) -> None:
    assert group
    for form in group:
        assert form == form.strip() != ""
        assert form == _folded(form), f"{form} must be in lower case and simplified characters"


def test_no_name_stands_in_two_groups_or_twice() -> None:
    counted = Counter(form for group in _groups() for form in group)
    assert [form for form, often in counted.items() if often > 1] == []


def test_the_first_form_stands_for_its_group() -> None:
    aliases = read_aliases()
    assert len(aliases) == sum(map(len, _groups()))
    for group in _groups():
        assert {aliases[form] for form in group} == {group[0]}


def test_the_groups_are_wide_enough_to_be_of_use_in_both_scripts() -> None:
    aliases = read_aliases()
    both = {name for form, name in aliases.items() if not form.isascii()}
    assert {"alibaba", "nvidia", "qwen", "hassabis", "china"} <= both
    assert len(both) >= 40


@pytest.mark.parametrize(
    "form",
    sorted(_EVERYDAY & read_aliases().keys()),
)
def test_no_name_is_an_everyday_word_that_would_be_found_everywhere(form: str) -> None:
    assert form in _ORDINARY_AND_KNOWN


def test_no_name_of_one_character_or_number_alone() -> None:
    forms = read_aliases()
    assert [f for f in forms if len(f) < 2 or f.replace(".", "").isdigit()] == []


def _concepts() -> tuple[Concept, ...]:
    return read_concepts()


@pytest.mark.parametrize("concept", _concepts(), ids=lambda concept: str(concept.name))
def test_concepts_have_words_as_the_search_folds_text(concept: Concept) -> None:
    assert concept.words
    for word in concept.words:
        assert word == word.strip() != ""
        assert word == word.lower()


def test_concepts_hold_no_word_twice_and_none_in_two() -> None:
    held = Counter(word for concept in _concepts() for word in concept.words)
    assert {word for word, often in held.items() if often > 1} == set()


def test_the_shapes_of_concepts_are_shapes_that_evidence_can_see() -> None:
    shapes = {concept.shape for concept in _concepts()}
    assert shapes - {None} <= SHAPES.keys()
    assert shapes - {None}, "a price is still told by a sum of money"


def test_concepts_are_told_apart_by_names_that_can_be_terms() -> None:
    names = [concept.name for concept in _concepts()]
    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").isascii() and name.islower() for name in names)


def test_what_questions_ask_most_has_words_in_english_and_chinese() -> None:
    for concept in _concepts():
        if concept.name in {"price", "parameters", "context", "licence", "revenue", "users"}:
            assert any(word.isascii() for word in concept.words)
            assert any(not word.isascii() and not _is_foreign(word) for word in concept.words)


def test_frame_words_are_words_as_the_search_folds_text() -> None:
    frame = read_frame_words()
    assert {"what", "how", "的", "什么", "怎么"} <= frame
    assert [word for word in frame if word != word.lower()] == []


def test_no_frame_word_is_a_name() -> None:
    assert read_frame_words() & read_aliases().keys() == set()
