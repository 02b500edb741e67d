import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import Concept
from index.text import Terms, fold, is_name, is_unspaced, simplified

ALIASES = dict.fromkeys(("zephyr", "西风", "zephyr labs"), "zephyr") | {"mira": "mira", "米拉": "mira"}
CONCEPTS = (
    Concept("price", ("price", "cost", "价格", "評価額"), "money"),
    Concept("layers", ("layer",), None),
)
TERMS = Terms(ALIASES, CONCEPTS)
ANY_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=()), st.characters(categories=["Cs", "Lo", "Nd"]))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-4.1 mini", {"gpt-4.1", "4", "1"}),
        ("version 4.1", {"4.1"}),
        ("claude_opus-4.6", {"claude_opus-4.6"}),
        ("AlphaFold's", {"alphafold"}),
        ("1,000,000 tokens", {"1000000"}),
        ("12,34", {"12", "34"}),  # no thousands
        ("ＧＰＴ－４", {"gpt-4"}),
        ("models running", {"model", "run"}),
        ("人工智能", {"人工", "工智", "智能"}),
        ("云", {"云"}),
        ("开源model发布", {"开源", "model", "发布"}),
        ("モデル", {"モデ", "デル"}),
        ("모델", {"모델"}),
    ],
)
def test_words_names_numbers_and_pairs_are_terms(text: str, expected: set[str]) -> None:
    assert expected <= set(TERMS(text))


@pytest.mark.parametrize("text", ["", " ", "\n", "…!?", "\ud83d", "😀😀", "\x00"])
def test_what_holds_no_word_has_no_terms(text: str) -> None:
    assert TERMS(text) == []


@pytest.mark.parametrize(
    ("traditional", "plain"), [("這個開發者發布模型", "这个开发者发布模型"), ("雲端", "云端")]
)
def test_traditional_characters_are_the_simplified_ones(traditional: str, plain: str) -> None:
    assert sorted(TERMS(traditional)) == sorted(TERMS(plain))
    assert simplified(traditional) == plain


def test_a_text_in_latin_letters_is_left_as_it_is() -> None:
    assert simplified("Café № 5") == "Café № 5"
    assert fold("Ｆｕｌｌ Width ①") == "full width 1"


def test_a_known_name_is_one_term_in_every_script_and_spelling() -> None:
    for text in ("Zephyr raised money", "西风融资", "西風融資", "at ZEPHYR LABS today"):
        assert TERMS(text).count("@zephyr") == 1


@pytest.mark.parametrize("text", ["zephyrs", "azephyr", "zephyr2"])
def test_a_known_name_inside_another_word_is_not_found(text: str) -> None:
    assert "@zephyr" not in TERMS(text)


def test_the_spellings_of_a_name_are_given_back() -> None:
    assert TERMS.spellings("@mira") == ["mira", "米拉"]
    assert TERMS.spellings("@nobody") == []


def test_names_come_with_their_place() -> None:
    folded = fold("See 西风 and Mira.")
    assert [(term, folded[a:b]) for term, a, b in TERMS.names(folded)] == [
        ("@zephyr", "西风"),
        ("@mira", "mira"),
    ]


@pytest.mark.parametrize("text", ["the price", "prices", "costing", "它的价格", "它的價格", "評価額は"])
def test_a_concept_is_one_term_in_every_language(text: str) -> None:
    assert "#price" in TERMS(text)


@pytest.mark.parametrize("text", ["priceless", "accost", "layerx"])
def test_a_concept_inside_another_word_is_not_found(text: str) -> None:
    assert not any(term.startswith("#") for term in TERMS(text))


def test_no_names_and_no_concepts_are_no_problem() -> None:
    assert sorted(Terms({}, ())("new text 文")) == ["new", "text", "文"]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("@zephyr", True),
        ("#price", True),
        ("gpt-4.1", True),
        ("2026", True),
        ("model", False),
        ("第5", False),
    ],
)
def test_names_and_numbers_mean_the_same_in_every_language(term: str, expected: bool) -> None:
    assert is_name(term) is expected


def test_scripts_without_spaces_are_told() -> None:
    assert [is_unspaced(term) for term in ("模型", "モデ", "모델", "ไทย", "model", "")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


def test_the_fingerprint_changes_with_names_and_concepts_alone() -> None:
    same = Terms(dict(reversed(ALIASES.items())), CONCEPTS)
    assert same.fingerprint == TERMS.fingerprint
    assert Terms({}, CONCEPTS).fingerprint != TERMS.fingerprint
    assert Terms(ALIASES, CONCEPTS[:1]).fingerprint != TERMS.fingerprint


@given(ANY_TEXT)
def test_any_text_at_all_has_terms(text: str) -> None:
    assert all(isinstance(term, str) and term for term in TERMS(text))
    assert TERMS(text) == TERMS(text)


@pytest.mark.parametrize("part", ["a.", "1,000", "文", "zephyr ", "-", "\ud800", "a'", "價", "'’", "e\u0301"])
def test_a_hundred_thousand_characters_take_no_longer_than_they_should(part: str) -> None:
    text = (part * 100_000)[:100_000]
    began = time.perf_counter()
    TERMS(text)
    assert time.perf_counter() - began < 3


def test_a_possessive_ending_is_no_part_of_a_word() -> None:
    terms = Terms({}, [])
    assert terms("Cursor's") == terms("Cursor")
    assert terms("Opus 4.6’s") == terms("Opus 4.6")
    assert "o'neil" in terms("O'Neil's")
