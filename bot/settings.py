"""What an operator can set: environment variables and a `.env` file in the current folder."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "MODELSCAPE_"
TOKEN = "DISCORD_TOKEN"
_SNOWFLAKE = 20  # digits of a number of Discord's


class LogLevel(StrEnum):
    """How much is told on standard error."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LanguageModel(StrEnum):
    """How a language model is spoken to."""

    OPENAI_LIKE = "openai-like"
    OLLAMA = "ollama"
    ANTHROPIC = "anthropic"


def _folder(value: object) -> object:
    """Makes a folder's name a path: "~" is the home folder, and it is seen from the current folder."""
    if not isinstance(value, str):
        return value
    if not value.strip() or "\0" in value:
        raise ValueError("not a folder's name")
    try:
        return Path(value).expanduser().absolute()
    except (OSError, RuntimeError) as error:  # no home folder, or the current folder is gone
        raise ValueError(str(error)) from error


def _folders(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(_folder(part) for part in value.split(os.pathsep) if part.strip())


def _model(value: str) -> str:
    return str(_folder(value)) if value.startswith("~") else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _ports(value: object) -> object:
    if not isinstance(value, str):
        return value
    numbers = value.replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() and 0 < int(part[:6]) < 65536 for part in numbers):
        raise ValueError("not ports")
    return tuple(map(int, numbers))


def _servers(value: object) -> object:
    if not isinstance(value, str):
        return value
    numbers = value.replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() and len(part) <= _SNOWFLAKE for part in numbers):
        raise ValueError("not numbers of servers")
    return tuple(map(int, numbers))


def _interval(minutes: int) -> int:
    if minutes != 0 and not 5 <= minutes <= 10_080:
        raise ValueError("not an interval")
    return minutes


Folder = Annotated[Path, BeforeValidator(_folder)]
Folders = Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_folders)]
Ports = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ports)]
Servers = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_servers)]


class Settings(BaseSettings):
    """All settings. A description says what the value has to be; an empty value counts as unset."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",  # of other programs; an unknown name of ours is refused in bot/configuration.py
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
        str_strip_whitespace=True,
    )

    data: Folder = Field(
        default_factory=lambda: platformdirs.user_data_path("modelscape", appauthor=False),
        description="a folder for the index and the bot's state",
    )
    corpus: Folders = Field(
        default=(), description=f"folders with articles, separated by {os.pathsep!r}; unset: the shipped ones"
    )
    cache: Folder = Field(
        default_factory=lambda: platformdirs.user_cache_path("modelscape", appauthor=False),
        description="a folder for the embedding model, which all data folders share",
    )
    chroma_url: str | None = Field(
        default=None,
        description="a Chroma server's address, such as http://localhost:8000; unset: Chroma embedded",
    )
    chroma_token: SecretStr | None = Field(default=None, description="the Chroma server's token")
    embedding_model: Annotated[str, Field(min_length=1), AfterValidator(_model)] = Field(
        default="bundled", description="'bundled', or the name or folder of a sentence-transformers model"
    )
    passages: int = Field(
        default=2_000,
        ge=1,
        le=1_000_000,
        description="the most passages of one file, a whole number such as 2000",
    )
    timeout: float = Field(
        default=20,
        gt=0,
        le=3_600,
        allow_inf_nan=False,
        description="the most seconds that a call to the store may take, a number such as 20",
    )
    allowed_ports: Ports = Field(
        default=(), description="ports that articles may be fetched from beside 80 and 443, such as 8080,8443"
    )
    allow_private_addresses: bool = Field(
        default=False,
        description="true to fetch articles from addresses that are not public too, for tests and one's own network",
    )
    feeds_interval: Annotated[int, AfterValidator(_interval)] = Field(
        default=60,
        description="minutes between two polls of the feeds by the running bot, a whole number from 5 to 10080;"
        " 0: it polls none",
    )
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = Field(
        default=LogLevel.WARNING, description="debug, info, warning or error"
    )
    llm: Annotated[LanguageModel, BeforeValidator(_lower)] | None = Field(
        default=None, description="openai-like, ollama or anthropic; unset: no language model"
    )
    llm_model: str | None = Field(default=None, description="the language model's name")
    llm_url: str | None = Field(default=None, description="the language model's address")
    llm_key: SecretStr | None = Field(default=None, description="the language model's key")
    database_url: SecretStr | None = Field(
        default=None,
        description="the bot's own database, as postgresql://user:password@host:5432/database or "
        "sqlite:////folder/state.db; unset: a file in the data folder",
    )
    home_servers: Servers = Field(
        default=(),
        description="numbers of the Discord servers whose admins may change the corpus, such as 81384788765712384",
    )
    message_content: bool = Field(
        default=False,
        description="true where Discord's portal grants the message content intent, which two channel modes need",
    )
    user_questions: int = Field(
        default=8, ge=1, le=1_000, description="the most questions of a person in 30 seconds, such as 8"
    )
    server_questions: int = Field(
        default=60,
        ge=1,
        le=100_000,
        description="the most questions of a Discord server in 30 seconds, such as 60",
    )
    user_watches: int = Field(
        default=10, ge=0, le=1_000, description="the most watches of a person, a whole number such as 10"
    )
    server_watches: int = Field(
        default=50,
        ge=0,
        le=10_000,
        description="the most watches in the channels of a Discord server, a whole number such as 50",
    )
    deadline: float = Field(
        default=30,
        ge=1,
        le=600,
        allow_inf_nan=False,
        description="the most seconds that an answer in Discord may take, a number such as 30",
    )
    homepage: str | None = Field(
        default=None, description="an address with more about the bot, which /about gives; unset: none"
    )
    discord_token: SecretStr | None = Field(
        default=None, validation_alias=TOKEN, description="the bot's token, needed by `run` only"
    )


def variable(field: str) -> str:
    """Returns the name of the environment variable that sets a field."""
    return TOKEN if field == "discord_token" else PREFIX + field.upper()


def variables() -> dict[str, str]:
    """Returns every known variable and what its value has to be."""
    fields: dict[str, Any] = dict(Settings.model_fields)
    return {variable(name): str(field.description) for name, field in fields.items()}
