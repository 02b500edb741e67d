import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.configuration import readable_settings, unknown_names
from bot.settings import LogLevel, Settings, variables

pytestmark = pytest.mark.usefixtures("environment")
Environment = Callable[..., None]


def only_mistake(**given: str) -> str:
    _, mistakes = readable_settings(**given)
    assert len(mistakes) == 1, mistakes
    return mistakes[0]


def accepted() -> Settings:
    settings, mistakes = readable_settings()
    assert mistakes == []
    return settings


def test_nothing_set_gives_defaults() -> None:
    settings = accepted()
    assert (settings.embedding_model, settings.passages, settings.timeout) == ("bundled", 2000, 20)
    assert settings.data.name == "modelscape"
    assert settings.corpus == ()


def test_environment_counts_before_the_file_and_the_command_line_before_both(
    environment: Environment,
) -> None:
    Path(".env").write_text("MODELSCAPE_DATA=from-file\nMODELSCAPE_PASSAGES=7\n", "utf-8")
    environment(MODELSCAPE_DATA="from-environment")
    assert (accepted().data.name, accepted().passages) == ("from-environment", 7)
    assert readable_settings(data="given")[0].data == Path.cwd() / "given"


def test_home_servers_are_numbers_separated_by_commas_or_spaces(environment: Environment) -> None:
    environment(MODELSCAPE_HOME_SERVERS="81384788765712384, 7 8")
    assert accepted().home_servers == (81384788765712384, 7, 8)
    environment(MODELSCAPE_HOME_SERVERS="my server")
    assert "MODELSCAPE_HOME_SERVERS" in only_mistake()


def test_paths_are_expanded_and_folders_are_separated_as_in_path(
    environment: Environment, tmp_path: Path
) -> None:
    environment(
        MODELSCAPE_CORPUS=os.pathsep.join(["~/news", "here", " "]), MODELSCAPE_EMBEDDING_MODEL="~/model"
    )
    assert accepted().corpus == (tmp_path / "home/news", tmp_path / "here")
    assert accepted().embedding_model == str(tmp_path / "home/model")


@pytest.mark.parametrize("name", list(variables()))
def test_an_empty_variable_counts_as_unset(environment: Environment, name: str) -> None:
    environment(**{name: ""})
    assert accepted().model_fields_set == set()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MODELSCAPE_DATA", "~no-such-person/x"),
        ("MODELSCAPE_DATA", "   "),
        ("MODELSCAPE_PASSAGES", "many"),
        ("MODELSCAPE_PASSAGES", "0"),
        ("MODELSCAPE_PASSAGES", "1" * 5000),
        ("MODELSCAPE_TIMEOUT", "nan"),
        ("MODELSCAPE_TIMEOUT", "-1"),
        ("MODELSCAPE_LOG_LEVEL", "loud"),
        ("MODELSCAPE_LLM", "parrot"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_mend(
    environment: Environment, name: str, value: str
) -> None:
    environment(**{name: value})
    mistake = only_mistake()
    assert mistake.startswith(f"{name} can't be used, mend it or unset it: it must be ")
    assert variables()[name] in mistake
    assert len(mistake) < 300


def test_a_wrong_setting_keeps_its_default_and_the_others_their_values(environment: Environment) -> None:
    environment(MODELSCAPE_TIMEOUT="soon", MODELSCAPE_PASSAGES="5", MODELSCAPE_LOG_LEVEL="Debug")
    settings, _ = readable_settings()
    assert (settings.timeout, settings.passages, settings.log_level) == (20, 5, LogLevel.DEBUG)


def test_a_wrong_data_folder_on_the_command_line_is_named_as_it_was_given() -> None:
    assert only_mistake(data="~no-such-person").startswith("--data can't be used")


@pytest.mark.parametrize(
    ("name", "suggested"),
    [("MODELSCAPE_DATTA", "MODELSCAPE_DATA"), ("modelscape_chroma", "MODELSCAPE_CHROMA_URL")],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    environment: Environment, name: str, suggested: str
) -> None:
    environment(**{name: "x"})
    assert only_mistake() == f"there is no setting {name}: did you mean {suggested}?"


def test_an_unknown_name_that_is_near_to_nothing_points_to_the_readme() -> None:
    assert unknown_names(["MODELSCAPE_XYZZY_QQQQQQQ", "PATH"]) == [
        "there is no setting MODELSCAPE_XYZZY_QQQQQQQ: unset it; the settings are listed in the README"
    ]


def test_an_unknown_name_in_the_file_is_refused_and_foreign_ones_are_not() -> None:
    Path(".env").write_text("OTHER_KEY=1\nMODELSCAPE_COLOUR=red\n", "utf-8")
    assert only_mistake().startswith("there is no setting MODELSCAPE_COLOUR")


def test_settings_of_later_use_are_known_and_secrets_do_not_show(environment: Environment) -> None:
    secrets = dict.fromkeys(("DISCORD_TOKEN", "MODELSCAPE_LLM_KEY", "MODELSCAPE_CHROMA_TOKEN"), "hush-hush")
    environment(**secrets, MODELSCAPE_DATABASE_URL="postgresql://me:hush-hush@db/x", MODELSCAPE_LLM="ollama")
    settings = accepted()
    assert "hush-hush" not in f"{settings!r} {settings}"
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "hush-hush"


def test_a_mistake_never_repeats_the_value(environment: Environment) -> None:
    environment(MODELSCAPE_LLM="sk-secret", MODELSCAPE_PASSAGES="sk-secret")
    assert "sk-secret" not in " ".join(readable_settings()[1])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MODELSCAPE_DATA=\xff\xfe", "is not UTF-8 text"),
        (b"A=1\nMODELSCAPE_DATA='open\n", "line 2 can't be read"),
        (b"A=1\n" * 300_000, "is larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    Path(".env").write_bytes(content)
    assert reason in only_mistake()


def test_a_byte_order_mark_before_the_first_name_does_no_harm() -> None:
    Path(".env").write_bytes(b"\xef\xbb\xbfMODELSCAPE_PASSAGES=9\r\n")
    assert accepted().passages == 9


def test_a_folder_named_like_the_file_is_passed_over() -> None:
    Path(".env").mkdir()
    accepted()
