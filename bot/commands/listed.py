"""Makes what was found for a query into what a command prints."""

from bot.facts.reply import missing_text
from bot.facts.scribe import Scribe
from bot.facts.types import Found, Outcome
from bot.types import Listing


def listing_of(outcome: Outcome, scribe: Scribe) -> Listing:
    """Returns the rows with their citations and remarks, or no rows and a sentence that says why."""
    if isinstance(outcome, Found):
        return Listing(outcome.rows, outcome.unknown, scribe.citations, "\n".join(outcome.remarks))
    if outcome is None:
        return Listing((), (), (), "No article states anything of these models.")
    return Listing((), outcome.unknown, (), missing_text(outcome, scribe))
