from collections import Counter
from importlib.resources import files
from tomllib import loads

import pytest

from corpus.names import read_names
from corpus.names.folding import folded
from corpus.names.place import squeezed


def _data(name: str) -> dict[str, list[dict[str, object]]]:
    return loads((files("corpus.lexicon") / name).read_text("utf-8"))


def _aliases(kind: str, name: str) -> list[str]:
    return [
        squeezed(folded(form))
        for entry in _data(name)[kind]
        for form in {squeezed(folded(form)) for form in (entry["name"], *entry.get("aliases", ()))}
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("developer", "models.toml"), ("family", "models.toml"), ("benchmark", "benchmarks.toml")],
)
def test_no_name_means_two_things(kind: str, name: str) -> None:
    assert [alias for alias, count in Counter(_aliases(kind, name)).items() if count > 1] == []


def test_every_familys_developer_is_in_the_file() -> None:
    developers = {entry["name"] for entry in _data("models.toml")["developer"]}
    assert {e["developer"] for e in _data("models.toml")["family"] if "developer" in e} <= developers


def test_every_listed_model_is_read_as_itself() -> None:
    names = read_names()
    listed = [name for entry in _data("models.toml")["family"] for name in entry.get("models", ())]
    read = {name: names.model(name) for name in listed}
    assert [name for name, model in read.items() if model is None or model.name != name] == []


def test_no_field_is_misspelt() -> None:
    fields = {
        "name", "developer", "aliases", "join", "then", "codes", "coded", "letters", "words", "lines", "least",
        "before", "before_since", "alone", "shared", "trust", "sized", "zero", "models",
    }  # fmt: skip
    assert {key for entry in _data("models.toml")["family"] for key in entry} <= fields
