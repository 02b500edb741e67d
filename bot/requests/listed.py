"""Makes what was found for a query into what a command shows."""

from bot.facts.reply import missing_text
from bot.facts.scribe import Scribe
from bot.facts.types import Found, Outcome
from bot.types import Listing

_NOTHING = {"zh": "没有文章提到这些模型的任何信息。", "zh-Hant": "沒有文章提到這些模型的任何資訊。"}


def listing_of(outcome: Outcome, scribe: Scribe, language: str) -> Listing:
    """Returns the rows with their citations and remarks, or no rows and a sentence that says why."""
    if isinstance(outcome, Found):
        return Listing(outcome.rows, outcome.unknown, scribe.citations, "\n".join(outcome.remarks))
    if outcome is None:
        return Listing((), (), (), _NOTHING.get(language, "No article states anything of these models."))
    return Listing((), outcome.unknown, (), missing_text(outcome, scribe))
