"""What the doctor says about one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """`message` is a sentence: what was found and, where it is not in order, what to do."""

    name: str
    ok: bool
    message: str
