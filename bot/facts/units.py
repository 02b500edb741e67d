"""The unit of a value, where the article leaves it out: pure."""

from dataclasses import replace

from corpus.facts.types import Attribute, Fact, Unit, Value

_UNITS = {
    Attribute.CONTEXT_WINDOW: Unit.TOKENS,
    Attribute.INPUT_LIMIT: Unit.TOKENS,
    Attribute.OUTPUT_LIMIT: Unit.TOKENS,
    Attribute.TRAINING_TOKENS: Unit.TOKENS,
    Attribute.PARAMETERS_TOTAL: Unit.PARAMETERS,
    Attribute.PARAMETERS_ACTIVE: Unit.PARAMETERS,
    Attribute.EXPERTS: Unit.EXPERTS,
}


def united(fact: Fact) -> Value:
    """Returns a fact's value with its attribute's unit where the article leaves that out: "256K" of a context
    window are tokens."""
    unit = _UNITS.get(fact.attribute)
    if unit is None or fact.value.number is None or fact.value.unit is not Unit.NONE:
        return fact.value
    return replace(fact.value, unit=unit)
