from collections.abc import Callable
from pathlib import Path

import pytest

from bot.configuration import readable_settings
from bot.doctor.check import Check
from bot.doctor.examination import examine

Examined = Callable[..., dict[str, Check]]


@pytest.fixture
def examined(environment: Callable[..., None], tmp_path: Path) -> Examined:
    def with_variables(**values: str) -> dict[str, Check]:
        environment(
            MODELSCAPE_DATA=str(tmp_path / "data"), MODELSCAPE_CACHE=str(tmp_path / "cache"), **values
        )
        return {check.name: check for check in examine(*readable_settings())}

    return with_variables


def test_before_the_first_index_only_the_store_is_out_of_order(examined: Examined) -> None:
    checks = examined()
    assert [name for name, check in checks.items() if not check.ok] == ["store"]
    assert "run `modelscape index`" in checks["store"].message
    assert list(checks) == [
        "settings",
        "corpus",
        "data",
        "feeds",
        "model",
        "store",
        "llm",
        "database",
        "token",
    ]


def test_one_thing_out_of_order_never_hides_the_others(examined: Examined, tmp_path: Path) -> None:
    checks = examined(
        MODELSCAPE_CORPUS=str(tmp_path / "nowhere"), MODELSCAPE_CHROMA_URL="nonsense", MODELSCAPE_TIMEOUT="x"
    )
    assert [name for name, check in checks.items() if not check.ok] == ["settings", "corpus", "store"]
    assert "MODELSCAPE_TIMEOUT" in checks["settings"].message
    assert "MODELSCAPE_CHROMA_URL" in checks["store"].message


def test_settings_are_named_without_their_values(examined: Examined) -> None:
    checks = examined(DISCORD_TOKEN="hush-hush", MODELSCAPE_LLM="ollama", MODELSCAPE_LLM_KEY="hush-hush")
    assert "DISCORD_TOKEN" in checks["settings"].message
    assert checks["token"].message == "DISCORD_TOKEN is set"
    assert "hush-hush" not in str(checks)


def test_a_damaged_model_is_said_with_its_mend(examined: Examined, tmp_path: Path) -> None:
    (fingerprint,) = (word for word in examined()["model"].message.split() if word.startswith("bundled-"))
    folder = tmp_path / "cache" / fingerprint
    folder.mkdir(parents=True)
    (folder / "digests.json").write_text("{}", "utf-8")
    check = examined()["model"]
    assert (check.ok, f"remove {folder}" in check.message) == (False, True)


def test_a_database_that_is_not_made_yet_is_in_order(examined: Examined, tmp_path: Path) -> None:
    found = examined()["database"]
    assert found.ok
    assert (
        found.message == f"SQLite in {tmp_path / 'data' / 'state.db'}, which the first `modelscape run` makes"
    )
    assert not (tmp_path / "data").exists()


def test_a_database_that_can_not_be_reached_is_said_without_its_password(examined: Examined) -> None:
    found = examined(MODELSCAPE_DATABASE_URL="postgresql://u:hush-hush@127.0.0.1:1/db")["database"]
    assert not found.ok
    assert found.message.startswith("PostgreSQL at 127.0.0.1/db can't be used (")
    assert "hush-hush" not in found.message
