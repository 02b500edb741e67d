"""What is known and how it is named, together: what every typed answer needs."""

from dataclasses import dataclass

from corpus.names import Names, read_names
from index.catalogue.catalogue import Catalogue
from index.text import simplified


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one generation, and the names of models and benchmarks, those that only the index knows
    among them."""

    known: Catalogue
    naming: Names

    def developer(self, name: str) -> str:
        """Returns a developer's main name, or the name as it was given where no list knows it."""
        return self.naming.developer(name) or name


def facts_of(known: Catalogue) -> Facts:
    """Returns the facts with their names."""
    return Facts(known, read_names().with_models(known.models, also=simplified))
