"""`sources`: the articles in the index."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text
from bot.compose import read_manifest
from bot.rendering.as_json import articles_json
from bot.rendering.terminal import articles_text
from bot.settings import Settings


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Lists the articles, those with a known date first, newest first."""
    entries = sorted(read_manifest(settings).entries, key=lambda entry: entry.source.path)
    entries.sort(
        key=lambda entry: entry.source.published.toordinal() if entry.source.published else 0, reverse=True
    )
    if arguments.json:
        show_json(articles_json(entries))
    else:
        show_text(articles_text(entries))
    return 0
