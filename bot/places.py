"""Where things lie, by the settings."""

from collections.abc import Sequence
from pathlib import Path

import corpus
from bot.settings import Settings
from index.store.place import Embedded, Place, Server

SHIPPED = Path(corpus.__file__).with_name("articles")
SHIPPED_FEEDS = SHIPPED.with_name("feeds.toml")


def store_place(settings: Settings) -> Place:
    """Returns where the store is. Raises StoreError where the address of its server can't be one."""
    if settings.chroma_url is None:
        return Embedded(settings.data / "chroma")
    token = settings.chroma_token.get_secret_value() if settings.chroma_token else None
    return Server(settings.chroma_url, token, settings.timeout)


def shelves(settings: Settings) -> Path:
    """Returns the folder of what is kept at hand about the store's segments."""
    return settings.data / "shelves"


def state_place(settings: Settings) -> Path | str:
    """Returns where the bot's own database is: a file, or the address that is set, which may be secret."""
    if settings.database_url is None:
        return settings.data / "state.db"
    return settings.database_url.get_secret_value()


def taken_in_folder(settings: Settings) -> Path:
    """Returns the folder of the articles that were taken in."""
    return settings.data / "articles"


def ledger_file(settings: Settings) -> Path:
    """Returns the file of what is remembered of taking in."""
    return settings.data / "intake" / "ledger.json"


def prints_file(settings: Settings) -> Path:
    """Returns the file of what articles are recognised by."""
    return settings.data / "intake" / "prints.json"


def feeds_file(settings: Settings) -> Path:
    """Returns the operator's own list of feeds."""
    return settings.data / "feeds.toml"


def feed_states(settings: Settings) -> Path:
    """Returns the folder of what is remembered of each feed."""
    return settings.data / "intake" / "feeds"


def corpus_folders(settings: Settings, given: Sequence[str] = ()) -> list[Path]:
    """Returns the folders with articles, each once: those given, else those set, else the shipped one."""
    named = [Path(folder).expanduser().absolute() for folder in given]
    return list(dict.fromkeys(named or settings.corpus or [SHIPPED]))


def is_own(folder: Path) -> bool:
    """Says whether a folder is the project's own, whose front matter must keep the schema."""
    return folder.resolve() == SHIPPED.resolve()
