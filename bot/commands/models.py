"""`models`: the models that satisfy every filter."""

from argparse import Namespace
from contextlib import ExitStack
from dataclasses import fields

from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import models_text
from bot.requests.models import models
from bot.requests.types import ModelsRequest
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Lists them; that there are none is an answer too."""
    facts = opened.enter_context(open_facts(settings, say))
    request = ModelsRequest(**{field.name: getattr(arguments, field.name) for field in fields(ModelsRequest)})
    listing = facts.use(lambda f: models(f, request, "en"))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(models_text(listing, terminal_width()))
    return 0
