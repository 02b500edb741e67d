"""`sources`: the articles in the index, and those that were set aside."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text
from bot.compose import read_manifest
from bot.places import ledger_file
from bot.rendering.added_text import set_aside_text
from bot.rendering.as_json import articles_json, set_aside_json
from bot.rendering.terminal import articles_text
from bot.requests.articles import newest_first
from bot.settings import Settings
from corpus.intake.ledger import read_ledger


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Lists the articles, those with a known date first, newest first; or what was set aside, the latest first."""
    ledger = read_ledger(ledger_file(settings))
    if arguments.set_aside:
        found = ledger.set_aside[::-1]
        if arguments.json:
            show_json(set_aside_json(found))
        else:
            show_text(set_aside_text(found))
        return 0
    entries = newest_first(read_manifest(settings).entries)
    if arguments.json:
        show_json(articles_json(entries, ledger.addresses))
    else:
        show_text(articles_text(entries))
    return 0
