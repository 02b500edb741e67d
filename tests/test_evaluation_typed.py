"""How well typed questions are answered, the data by which that is measured, and how replies are judged."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.places import SHIPPED
from corpus.types import Article, Format, Source
from tests.evaluate import main
from tests.evaluation.articles import supports
from tests.evaluation.questions import SEEDS, BadQuestions
from tests.evaluation.scoring import holds
from tests.evaluation.trial import Trial, trial_of, trial_over
from tests.evaluation.typed.figures import TypedFigures, grouped, is_cross, typed_figures
from tests.evaluation.typed.judging import judge
from tests.evaluation.typed.library import Library, read_library
from tests.evaluation.typed.questions import SHAPES, SHAPES_QUESTIONS, TYPED_QUESTIONS, read_typed
from tests.evaluation.typed.same import folded_model, same_value
from tests.evaluation.typed.types import Expected, Judged, Reply, TypedQuestion, WantedRow
from tests.evaluation.typed.written import holds_value

TODAY = date(2026, 7, 1)
TYPED = read_typed(TYPED_QUESTIONS)
IN_SHAPES = read_typed(SHAPES_QUESTIONS)
DIGESTS = read_library(SHIPPED, TODAY)
ARTICLES = read_library(SHAPES, TODAY)
DATA = [(DIGESTS, TYPED), (ARTICLES, IN_SHAPES)]
BOTH = pytest.mark.parametrize(("library", "questions"), DATA, ids=["digests", "shapes"])

TEXT = "Heron 2 was released on 5 March 2026. It holds 128K tokens, other models 131,072; Tern 9 holds 1M."


# The levels to keep.
DIGESTS_RIGHT = 0.94
SEEDS_RIGHT = 0.95
SHAPES_RIGHT = 0.93
ANSWERABLE_REFUSED = 0.05
UNANSWERABLE_REFUSED = 0.90


def test_typed_questions_are_answered_out_of_the_shipped_articles(shipped_index: Path) -> None:
    with trial_of(shipped_index) as trial:
        _check_level(_judged(trial, TYPED, DIGESTS), DIGESTS_RIGHT)


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the source texts are not shipped, and not in {SEEDS}")
def test_typed_questions_are_answered_out_of_the_source_texts() -> None:
    with trial_over(SEEDS) as trial:
        _check_level(_judged(trial, TYPED, read_library(SEEDS, TODAY)), SEEDS_RIGHT)


def test_typed_questions_are_answered_out_of_articles_of_many_shapes() -> None:
    with trial_over(SHAPES) as trial:
        _check_level(_judged(trial, IN_SHAPES, ARTICLES), SHAPES_RIGHT)


def _judged(trial: Trial, questions: list[TypedQuestion], library: Library) -> list[Judged]:
    return trial.ask_typed(questions, library)


def _check_level(judged: list[Judged], right: float) -> None:
    found = typed_figures(judged)
    wrong = [(one.asked.id, one.asked.question, one.faults) for one in judged if not one.right]
    assert found.right >= right, (found, wrong)
    assert found.answerable_refused <= ANSWERABLE_REFUSED, (found, wrong)
    assert found.unanswerable_refused >= UNANSWERABLE_REFUSED, (found, wrong)


@BOTH
def test_every_question_says_what_it_expects(library: Library, questions: list[TypedQuestion]) -> None:
    for asked in questions:
        expected = asked.expected
        assert asked.question.strip()
        assert asked.language in {"en", "zh", "zh-Hant"}, asked.id
        assert expected.answered == bool(expected.supports), asked.id
        assert all(any(supports(path, [one]) for path in library.articles) for one in expected.supports)
        if expected.answered:
            assert expected.rows or expected.models or expected.order or expected.text, asked.id


@BOTH
def test_the_articles_named_hold_what_is_expected(library: Library, questions: list[TypedQuestion]) -> None:
    for asked in questions:
        named = asked.expected.supports
        texts = [a.text for path, a in library.articles.items() if supports(path, named)]
        for wanted in asked.expected.rows:
            assert any(holds_value(text, wanted) for text in texts), (asked.id, wanted)
        for group in asked.expected.text:
            assert any(holds(text, [group]) for text in texts), (asked.id, group)


def test_there_are_questions_of_all_kinds_in_both_languages_and_across_them() -> None:
    figures = typed_figures(_all_refused(TYPED, DIGESTS))
    assert (figures.answerable, figures.unanswerable) == (196, 42)
    assert sum(map(is_cross, _all_refused(TYPED, DIGESTS))) * 3 >= figures.answerable
    kinds = Counter(asked.kind for asked in TYPED)
    assert kinds["trap"] >= 15
    assert kinds.keys() == {
        *("lookup", "filter", "compare", "ranking", "timeline", "status", "agreement", "trap", "unanswerable")
    }


def test_there_are_questions_on_articles_of_many_shapes() -> None:
    figures = typed_figures(_all_refused(IN_SHAPES, ARTICLES))
    assert (len(ARTICLES.articles), figures.answerable, figures.unanswerable) == (17, 92, 21)


def _all_refused(questions: list[TypedQuestion], library: Library) -> list[Judged]:
    return [judge(asked, _refusal(), library) for asked in questions]


def _refusal() -> Reply:
    return {"outcome": "refused", "text": "No article says.", "rows": [], "unknown": [], "citations": []}


@pytest.fixture
def library() -> Library:
    source = Source(article="heron", path="heron.md", title="Heron", language="en")
    return Library({"heron.md": Article(source, TEXT, 0, Format.MARKDOWN)})


def _span(quote: str) -> dict[str, Any]:
    return {"quote": quote, "start": TEXT.index(quote), "end": TEXT.index(quote) + len(quote)}


def _row(**changes: object) -> dict[str, Any]:
    row = {"model": "Heron 2", "attribute": "context_window", "value": 128000, "unit": "tokens"}
    return {**row, "status": "released", "conflict": False, "citations": [1], **changes}


def _reply(quote: str = "holds 128K tokens", **changes: object) -> Reply:
    citation = {"n": 1, "path": "heron.md", **_span(quote), "context": [_span("Heron 2")]}
    whole = {"outcome": "answered", "text": "Heron 2: 128K [1]", "rows": [_row()], "unknown": ["Tern 8"]}
    return {**whole, "citations": [citation], **changes}


def _asked(**expected: Any) -> TypedQuestion:
    wanted = Expected(**{"supports": ("heron.md",), **expected})
    return TypedQuestion("1", "How much context has Heron 2?", "en", "lookup", wanted)


CONTEXT = WantedRow("Heron 2", "context_window", 128000)


@pytest.mark.parametrize(
    "expected",
    [
        {"rows": (CONTEXT,), "only": True},
        {"rows": (WantedRow("HERON-2", "context_window", 131072),)},
        {"rows": (WantedRow("Heron 2", status="preview|released"),), "first": "Heron 2"},
        {"models": ("Heron 2",), "order": ("Heron 2",), "unknown": ("tern-8",)},
        {"rows": (CONTEXT,), "conflict": False, "text": (("129", "128k"),)},
    ],
)
def test_a_reply_is_right_if_all_that_is_expected_holds(library: Library, expected: dict[str, Any]) -> None:
    assert judge(_asked(**expected), _reply(), library).faults == ()


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ({"rows": (WantedRow("Heron 2", "context_window", 100000),)}, "no row has Heron 2"),
        ({"rows": (WantedRow("Heron 2", "output_limit", 128000),)}, "no row has Heron 2"),
        ({"rows": (WantedRow("Heron", "context_window", 128000),)}, "no row has Heron"),
        ({"rows": (WantedRow("Heron 2", status="expected"),)}, "no row has Heron 2"),
        ({"rows": (CONTEXT,), "supports": ("tern.md",)}, "no citation holds"),
        ({"rows": (CONTEXT,), "conflict": True}, "no disagreement is shown"),
        ({"models": ("Tern 9",)}, "Tern 9 has no row"),
        ({"first": "Tern 9"}, "Tern 9 is not the first"),
        ({"order": ("Heron 2", "Tern 9")}, "not in the order"),
        ({"text": (("131",),)}, "the text lacks 131"),
        ({"text": (("128",),), "only": True}, "there are rows about Heron 2"),
        ({"unknown": ("Tern 9",)}, "Tern 9 is not among the unknown ones"),
        ({"answered": False}, "it is answered"),
    ],
)
def test_a_reply_is_wrong_if_one_thing_does_not_hold(
    library: Library, expected: dict[str, Any], fault: str
) -> None:
    faults = judge(_asked(**expected), _reply(), library).faults
    assert [one for one in faults if one.startswith(fault)], faults


def test_a_citation_must_hold_the_value(library: Library) -> None:
    faults = judge(_asked(rows=(CONTEXT,)), _reply("Tern 9 holds 1M"), library).faults
    assert faults == ("no citation holds Heron 2 context_window 128000",)


def test_a_citation_may_hold_the_value_as_its_row_has_it(library: Library) -> None:
    reply = _reply("other models 131,072", rows=[_row(value=131072)])
    assert judge(_asked(rows=(CONTEXT,)), reply, library).right


def test_a_quote_must_stand_where_it_says(library: Library) -> None:
    reply = _reply()
    reply["citations"][0]["start"] += 1
    faults = judge(_asked(rows=(CONTEXT,)), reply, library).faults
    assert faults == ("citation 1 is not verbatim: 'holds 128K tokens'",)


def test_a_row_must_have_a_citation(library: Library) -> None:
    reply = _reply(rows=[_row(), _row(model="Tern 9", citations=[7])])
    assert judge(_asked(rows=(CONTEXT,)), reply, library).faults == ("a row about Tern 9 has no citation",)


def test_a_row_must_not_give_another_value(library: Library) -> None:
    reply = _reply(rows=[_row(), _row(value=200000), _row(value=None)])
    wrong = judge(_asked(rows=(CONTEXT,)), reply, library)
    assert wrong.faults == ("Heron 2 is given context_window 200000 too",)


def test_a_day_known_less_exactly_is_no_other_value(library: Library) -> None:
    dated = [_row(attribute="released", value=day) for day in ("2026-03-05", "2026-03", "2026")]
    reply = _reply("5 March 2026", rows=dated)
    assert judge(_asked(rows=(WantedRow("Heron 2", "released", "2026-03-05"),)), reply, library).right


def test_a_refusal_is_right_where_nothing_is_known_and_wrong_where_something_is(library: Library) -> None:
    assert judge(_asked(answered=False), _refusal(), library).right
    assert judge(_asked(rows=(CONTEXT,)), _refusal(), library).faults == ("it is refused",)


def test_a_benchmark_is_another_with_another_variant(library: Library) -> None:
    row = _row(attribute="benchmark", benchmark="SWE-Bench Verified")
    wanted = WantedRow("Heron 2", "benchmark", 128000, "SWE-bench Verified")
    plain = WantedRow("Heron 2", "benchmark", 128000, "SWE-bench")
    assert judge(_asked(rows=(wanted,)), _reply(rows=[row]), library).right
    assert not judge(_asked(rows=(plain,)), _reply(rows=[row]), library).right


@pytest.mark.parametrize(
    ("wanted", "found", "attribute", "same"),
    [
        (80.9, 80.9, "benchmark", True),
        (80.9, 80.5, "benchmark", True),
        (80.9, 80.0, "benchmark", False),
        (128000, 131072, "context_window", True),
        (1000000, 1048576, "context_window", True),
        (128000, 131072, "parameters_total", False),
        (128000, "128K", "context_window", False),
        (1, True, "experts", False),
        (True, True, "open_weights", True),
        (True, "yes", "open_weights", False),
        ("2025-04", "2025-04-16", "released", True),
        ("2025-04-16", "2025-04", "released", False),
        ("2025-04", None, "released", False),
        ("MIT", "MIT License", "licence", True),
        ("MIT", "modified MIT", "licence", False),
        ("Kuaishou|快手", "快手", "developer", True),
        ("Alibaba", "Alibaba DAMO Academy", "developer", True),
        (["text|文本", "image"], "文本, image", "modalities", True),
        (["text", "video"], "text, image", "modalities", False),
    ],
)
def test_when_two_values_are_the_same(wanted: Any, found: object, attribute: str, same: bool) -> None:
    assert same_value(wanted, found, attribute) is same


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("a context of one million token", WantedRow("x", "context_window", 1e6)),
        ("1,048,576 tokens", WantedRow("x", "context_window", 1048576)),
        ("支持1000万token", WantedRow("x", "context_window", 1e7)),
        ("总参数1.2万亿", WantedRow("x", "parameters_total", 1.2e12)),
        ("总参数１２８Ｋ", WantedRow("x", "context_window", 128000)),
        ("$0.0025 per 1K", WantedRow("x", "price_input", 2.5)),
        ("2月5日", WantedRow("x", "released", "2026-02-05")),
        ("Feb. 5, 2026", WantedRow("x", "released", "2026-02-05")),
        ("the 5th of February: 5th February", WantedRow("x", "released", "2026-02-05")),
        ("2026年4月", WantedRow("x", "released", "2026-04")),
        ("文本和图像", WantedRow("x", "modalities", ["text|文本", "image|图像"])),
        ("on the same day", WantedRow("x", "released", "2026-03-14", words="same day")),
    ],
)
def test_words_hold_a_value_however_it_is_written(words: str, wanted: WantedRow) -> None:
    assert holds_value(words, wanted)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("80.8%", WantedRow("x", "benchmark", 80.9)),
        ("200K tokens", WantedRow("x", "context_window", 1e6)),
        ("5 March 2026", WantedRow("x", "released", "2026-02-05")),
        ("text only", WantedRow("x", "modalities", ["text", "image"])),
    ],
)
def test_words_without_the_value_do_not_hold_it(words: str, wanted: WantedRow) -> None:
    assert not holds_value(words, wanted)


def test_the_names_of_one_model_are_the_same() -> None:
    assert folded_model("claude-opus 4.6") == folded_model("Claude Opus 4.6")
    assert folded_model("可灵3.0") == folded_model("Kling 3.0")
    assert folded_model("GPT-5.3") != folded_model("GPT-5.3-Codex")


def test_figures_are_given_by_kind_and_by_pair(library: Library) -> None:
    judged = [
        judge(_asked(rows=(CONTEXT,)), _reply(), library),
        judge(_asked(rows=(CONTEXT,)), _refusal(), library),
        judge(_asked(answered=False, supports=()), _reply(), library),
    ]
    found = grouped(judged)
    assert found["all"]["all"] == TypedFigures(2, 1, 0.5, 0.5, 0.0)
    assert found["kinds"].keys() == {"lookup"}
    assert {name: one.answerable for name, one in found["pairs"].items()} == {"en->en": 2, "en->none": 0}


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"id": "1"}',
        '{"id": "1", "question": "?", "language": "en", "kind": "x", "expect": {"row": []}}',
        '{"id": "1", "question": "?", "language": "en", "kind": "x", "expect": {"outcome": "right"}}',
        '{"id": "1", "question": "?", "language": "en", "kind": "x", "expect": {"rows": [{"model": "a", "b": 1}]}}',
    ],
)
def test_a_line_that_is_no_typed_question_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "typed.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(BadQuestions, match=r"typed\.jsonl, line 2"):
        read_typed(path)


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "typed.jsonl"
    value = {"id": "q", "question": "?", "language": "en", "kind": "x", "expect": {}}
    path.write_text(f"{json.dumps(value)}\n" * 2, "utf-8")
    with pytest.raises(BadQuestions, match="'q' twice"):
        read_typed(path)


def test_a_file_of_typed_questions_that_is_missing_fails_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--typed", "--questions", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err
