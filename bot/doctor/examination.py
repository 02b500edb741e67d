"""Looks at everything that a command needs. One thing out of order never hides the others."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.compose import open_model, reading
from bot.doctor.check import Check
from bot.doctor.feeds import feeds_found
from bot.doctor.folders import corpus_found, data_found
from bot.funnel import Failure, attempt
from bot.places import state_place, store_place
from bot.rendering.counted import counted
from bot.settings import Settings, variable
from bot.streams import say
from index.store.place import Embedded

Found = tuple[bool, str]


def examine(settings: Settings, mistakes: Sequence[str]) -> Iterator[Check]:
    """Yields what is found; `mistakes` are sentences about settings that can't be used."""
    model = attempt(partial(chosen_fingerprint, settings))
    steps: dict[str, Callable[[], Found]] = {
        "settings": partial(settings_found, settings, mistakes),
        "corpus": partial(corpus_found, settings),
        "data": partial(data_found, settings.data),
        "feeds": partial(feeds_found, settings),
        "model": partial(model_found, settings, model),
        "store": partial(store_found, settings, model),
        "llm": partial(llm_found, settings),
        "database": partial(database_found, settings),
        "token": partial(token_found, settings),
    }
    for name, step in steps.items():
        found = attempt(step)
        yield Check(name, False, found.sentence) if isinstance(found, Failure) else Check(name, *found)


def chosen_fingerprint(settings: Settings) -> str:
    """Names the model that is set. Opens it only where that can't be told otherwise."""
    # Deferred, as in bot/compose.py.
    from index.embedding.bundled import bundled_fingerprint, bundled_weights
    from index.embedding.open import BUNDLED

    if settings.embedding_model == BUNDLED and bundled_weights():
        return bundled_fingerprint()
    return open_model(settings, say, threads=1).fingerprint


def settings_found(settings: Settings, mistakes: Sequence[str]) -> Found:
    """Names what is set, never to what."""
    if mistakes:
        return False, "; ".join(mistakes)
    names = sorted(variable(field) for field in settings.model_fields_set)
    return True, f"set: {', '.join(names)}" if names else "nothing is set, all have their defaults"


def model_found(settings: Settings, fingerprint: str | Failure) -> Found:
    """Looks at the files of the bundled model; another one has been opened by now."""
    # Deferred, as in bot/compose.py.
    from index.embedding.bundled import bundled_fingerprint, check_bundled

    if isinstance(fingerprint, Failure):
        return False, fingerprint.sentence
    if fingerprint != bundled_fingerprint():
        return True, f"{settings.embedding_model} can be opened ({fingerprint})"
    folder = settings.cache / fingerprint
    if not folder.exists():
        return (
            True,
            f"{fingerprint} is not made yet: the first `modelscape index` makes it in {settings.cache}",
        )
    if check_bundled(settings.cache):
        return True, f"{fingerprint} is whole, in {settings.cache}"
    return False, f"the model's files are damaged: remove {folder}, and the next command makes them anew"


def store_found(settings: Settings, fingerprint: str | Failure) -> Found:
    """Reads through the index, and compares the model that it was made with."""
    # Deferred, as in bot/compose.py.
    from index.opening import index_fingerprint

    where = "embedded" if isinstance(store_place(settings), Embedded) else f"server {settings.chroma_url}"
    with reading(settings) as store:
        health = store.check()
        made_with = store.manifest().fingerprint
    counts = ((health.articles, "article"), (health.passages, "passage"), (health.facts, "fact"))
    holds = ", ".join(counted(number, noun) for number, noun in counts)
    found = f"{where}: generation {health.generation}, {holds}"
    if isinstance(fingerprint, Failure) or made_with == index_fingerprint(fingerprint):
        return True, found
    return False, (
        f"{found}, made with {made_with}, but the model is {fingerprint}: "
        "set MODELSCAPE_EMBEDDING_MODEL as it was, or run `modelscape index --rebuild`"
    )


def llm_found(settings: Settings) -> Found:
    """Answering needs no language model."""
    if settings.llm is None:
        return True, "none is set: answers are put together from quotes alone"
    return True, f"{settings.llm} is set; this version does not use it"


def database_found(settings: Settings) -> Found:
    """Looks at what the bot remembers of servers and people."""
    # Deferred, as in bot/compose.py.
    from bot.state.health import health

    return True, health(state_place(settings))


def token_found(settings: Settings) -> Found:
    """Only the Discord bot needs a token."""
    return True, "DISCORD_TOKEN is set" if settings.discord_token else "none is set: only Discord needs one"
