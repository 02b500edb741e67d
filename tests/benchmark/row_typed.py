"""Typed questions: in a running process with 10,000 facts, and one in a fresh process."""

import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median

from bot.compose import open_answerer, read_manifest
from bot.question import read_question
from bot.rendering.as_json import reply_json
from tests.benchmark.product import embedder, take_in
from tests.benchmark.row_ask import banned_imports
from tests.benchmark.timing import run
from tests.benchmark.types import Options, Row
from tests.settings import settings_for

WANTED = 20  # ms
FACTS = 10_000
FAMILIES = (
    "GLM",
    "Grok",
    "Llama",
    "Gemini",
    "Kimi",
    "Phi",
    "Gemma",
    "Falcon",
    "Claude Opus",
    "Claude Sonnet",
)
SCORES = (
    "SWE-bench Verified",
    "AIME 2025",
    "GPQA Diamond",
    "MMLU-Pro",
    "LiveCodeBench",
    "HumanEval",
    "MATH-500",
    "IFEval",
    "BrowseComp",
    "Terminal-Bench 2.0",
)
HEAD = (
    "Model",
    "Context window",
    "Max output tokens",
    "Total parameters",
    "Active parameters",
    "Input ($/1M tokens)",
    "Output ($/1M tokens)",
    "Cached input ($/1M tokens)",
    "Release date",
    "License",
    "Experts",
    *SCORES,
)
QUESTIONS = (
    "Which models have a context window of at least 1M tokens?",
    "哪些模型支持100万token以上的上下文窗口？",
    "Which model has the most parameters?",
    "What is Grok 12.4's context window?",
    "How much does GLM-13.3 cost?",
    "Compare Llama 11.1 and Gemma 12.2",
    "Which models cost less than $1.2 per million input tokens?",
    "参数超过2400亿的模型有哪些",
)
FRESH = "Which models have a context window of at least 1M tokens?"


def measure(options: Options) -> list[Row]:
    """Measures beside embedding the same questions, which a typed answer does without."""
    data = _index(options)
    options.say(f"typed questions with {FACTS:,} facts …")
    times, floor = _answers(options, data), _embeddings(options)
    p50, p95 = median(times), sorted(times)[int(0.95 * len(times))]
    trace = run(["-X", "importtime", "-m", "bot", "--data", str(data), "ask", FRESH]).stderr
    loaded = [name for name in banned_imports(trace) if name in ("torch", "transformers")]
    slowest = max(zip(times, QUESTIONS * 99, strict=False))
    figures = {"p50_ms": p50, "p95_ms": p95, "embedding_ms": floor}
    beside = f"p50 {p50:.1f} ms, slowest “{slowest[1]}”; embedding a question alone {floor:.1f} ms"
    fresh = Row(
        "a typed `ask` in a fresh process imports torch or transformers",
        "neither",
        ", ".join(loaded) or "neither",
        not loaded,
    )
    return [
        Row(
            f"typed answer with {FACTS:,} facts, p95",
            f"under {WANTED} ms",
            f"{p95:.1f} ms",
            p95 < WANTED,
            beside,
            figures,
        ),
        fresh,
    ]


def _index(options: Options) -> Path:
    """Indexes articles with tables of enough models."""
    news, data = options.work / "typed-news", options.work / "typed"
    news.mkdir(exist_ok=True)
    for number, text in enumerate(_articles()):
        (news / f"table-{number}.md").write_text(text, encoding="utf-8")
    take_in(options, data, news)
    facts = sum(entry.facts for entry in read_manifest(settings_for(data)).entries)
    if facts < 0.95 * FACTS:
        raise AssertionError(f"of {FACTS} facts in the tables only {facts} were read")
    return data


def _articles() -> Iterator[str]:
    """One for each family: 50 models with twenty attributes each, as a vendor's comparison has them."""
    for place, family in enumerate(FAMILIES):
        rows = [_row(family, major, minor) for major, minor in product(range(10, 15), range(1, 11))]
        lines = [
            f"# Models of family {place + 1}",
            "",
            f"| {' | '.join(HEAD)} |",
            "|---" * len(HEAD) + "|",
            *rows,
        ]
        yield "\n".join(lines) + "\n"


def _row(family: str, major: int, minor: int) -> str:
    limits = [f"{2 ** (4 + (major + minor) % 8)}K", "32K", f"{100 + 10 * major + minor}B", f"{10 + minor}B"]
    prices = [f"${0.1 * major:.2f}", f"${0.5 * major + minor:.2f}", f"${0.01 * major:.2f}"]
    others = [f"2026-{minor:02}-{major:02}", "MIT", str(8 * minor)]
    scores = [f"{40 + 2 * major + minor + place / 10:.1f}%" for place in range(len(SCORES))]
    return f"| {family} {major}.{minor} | {' | '.join([*limits, *prices, *others, *scores])} |"


def _answers(options: Options, data: Path) -> list[float]:
    """Milliseconds an answer, JSON included, of a process that is warm."""
    times = []
    with open_answerer(settings_for(data), options.say, ahead=False) as answerer:
        for turn in range(3 if options.quick else 11):
            for question in QUESTIONS:
                asked = read_question(question, None)
                began = time.perf_counter()
                reply = answerer.use(lambda a, asked=asked: a.answer(asked, None))  # type: ignore[misc]
                reply_json(reply)
                spent = (time.perf_counter() - began) * 1000
                if turn:
                    times.append(spent)
    return times


def _embeddings(options: Options) -> float:
    model = embedder(options)
    times = []
    for question in QUESTIONS * 3:
        began = time.perf_counter()
        model.embed_query(question)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)
