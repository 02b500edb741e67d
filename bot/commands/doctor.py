"""`doctor`: checks settings, folders, model, store, LLM and token."""

from argparse import Namespace
from collections.abc import Sequence

from bot.commands.printing import show_json, show_text
from bot.doctor.examination import examine
from bot.rendering.as_json import checks_json
from bot.rendering.terminal import checks_text
from bot.settings import Settings


def run(arguments: Namespace, settings: Settings, mistakes: Sequence[str]) -> int:
    """Says what it found; returns 1 if anything is out of order."""
    checks = list(examine(settings, mistakes))
    if arguments.json:
        show_json(checks_json(checks))
    else:
        show_text(checks_text(checks))
    return 0 if all(check.ok for check in checks) else 1
