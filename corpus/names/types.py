"""The nouns of naming: models, who makes them, and the benchmarks that they are measured by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """A model, however it is written.

    `key` is the same for all ways of writing one model ("Sonnet 4.6", "claude-sonnet-4-6") and different for
    different models ("GPT-5.3", "GPT-5.3-Codex"). `name` is the full name as its developer writes it, or
    as it was found where no file knows the family. `family` is the family's name ("Claude"), `developer`
    its maker's as the lexicon knows it, None where it does not. `versioned` is false for a family named as a
    whole ("Claude", "Qwen"), which is no model that anything could be stated about.
    """

    key: str
    name: str
    family: str
    developer: str | None
    versioned: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A model named at ``text[start:end]``. `known` says that the lexicon knows its family."""

    start: int
    end: int
    model: Model
    known: bool = True


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A developer named at ``text[start:end]``; `name` is its main name ("Moonshot AI")."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark as reported: "SWE-bench" with the variant "Verified", "AIME" with the version "2025",
    "Terminal-Bench" with the version "2.0". Scores are compared only where all three agree."""

    name: str
    version: str | None = None
    variant: str | None = None

    @property
    def full_name(self) -> str:
        """Name, version and variant in one, as people write it."""
        return " ".join(part for part in (self.name, self.version, self.variant) if part)


@dataclass(frozen=True, slots=True)
class BenchmarkMention:
    """A benchmark named at ``text[start:end]``."""

    start: int
    end: int
    benchmark: Benchmark
