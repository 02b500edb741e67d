"""Benchmarks named in text: `Names.benchmarks`."""

import pytest

from corpus.names import Names, read_names


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SWE-bench 72.5%", ["SWE-bench"]),
        ("SWE-Bench Verified: 80.9%", ["SWE-bench Verified"]),
        ("SWE-bench (Verified)", ["SWE-bench Verified"]),
        ("swe-bench-verified", ["SWE-bench Verified"]),
        ("SWE-bench Pro and SWE-bench Multilingual", ["SWE-bench Pro", "SWE-bench Multilingual"]),
        ("SWE-bench Lite vs. Multi-SWE-bench", ["SWE-bench Lite", "Multi-SWE-bench"]),
        ("AIME 2025: 96.1%", ["AIME 2025"]),
        ("AIME'25, AIME24 and AIME 25", ["AIME 2025", "AIME 2024", "AIME 2025"]),
        ("AIME 96.7%, AIME 24.5%", ["AIME", "AIME"]),
        ("91.4% in AIME 2024 and 79.4% in HMMT 2025", ["AIME 2024", "HMMT 2025"]),
        ("AIME 2024/2025", ["AIME 2024", "AIME 2025"]),
        ("HMMT Feb 2025", ["HMMT 2025 Feb"]),
        ("GPQA 84.6, GPQA Diamond 91.9%, GPQA-Diamond", ["GPQA", "GPQA Diamond", "GPQA Diamond"]),
        ("Terminal-Bench 2.0: 77.3%; Terminal-bench 43.2%", ["Terminal-Bench 2.0", "Terminal-Bench"]),
        ("Terminal-Bench Hard", ["Terminal-Bench Hard"]),
        ("OSWorld-Verified 64.7%, OSWorld 60", ["OSWorld-Verified", "OSWorld"]),
        ("ARC-AGI-2 52.9% after ARC-AGI-1 and ARC-AGI", ["ARC-AGI-2", "ARC-AGI-1", "ARC-AGI"]),
        ("MMLU-Pro, MMLU, MMMU-Pro, MMMU and CMMLU", ["MMLU-Pro", "MMLU", "MMMU-Pro", "MMMU", "CMMLU"]),
        ("LiveCodeBench v6, LiveCodeBench (v5)", ["LiveCodeBench v6", "LiveCodeBench v5"]),
        ("Humanity's Last Exam and HLE; 人类最后的考试", ["Humanity's Last Exam"] * 3),
        ("Humanity’s Last Exam", ["Humanity's Last Exam"]),
        ("τ²-bench Retail, tau2-bench Telecom, TAU-bench Airline",
         ["τ²-bench Retail", "τ²-bench Telecom", "τ-bench Airline"]),
        ("modelAIME 96.7%, SWE-bench 71.7%", ["AIME", "SWE-bench"]),
        ("MATH and MATH-500; mathematics and Math classes", ["MATH", "MATH-500"]),
        ("the arc of history; arc-shaped drop; a math drop", []),
        ("在C-Eval、CMMLU、GSM8K上领先", ["C-Eval", "CMMLU", "GSM8K"]),
        ("HumanEval+ beats HumanEval", ["HumanEval+", "HumanEval"]),
        ("multiple models", []),
        ("KMMLU와 KoBEST HellaSwag", ["KMMLU", "KoBEST HellaSwag"]),
        ("ＭＭＬＵ　80", ["MMLU"]),
        ("Vending-Bench 2, Vending-Bench Arena", ["Vending-Bench 2.0", "Vending-Bench Arena"]),
        ("Aider polyglot 80%", ["Aider Polyglot"]),
    ],
)  # fmt: skip
def test_benchmarks_are_found_with_version_and_variant(names: Names, text: str, expected: list[str]) -> None:
    assert [hit.benchmark.full_name for hit in names.benchmarks(text)] == expected


def test_a_part_of_a_text_keeps_its_offsets(names: Names) -> None:
    text = "MMLU 80 and GPQA Diamond 70"
    (hit,) = names.benchmarks(text, 5)
    assert text[hit.start : hit.end] == "GPQA Diamond"
