"""Settings of a trial: a data folder of its own, and nothing of the developer's but the cache."""

from pathlib import Path

from bot.settings import Settings


def settings_for(data: Path) -> Settings:
    """Returns the defaults for a data folder; only `MODELSCAPE_CACHE` still counts.

    What is given here is stronger than the environment, which may name a server or another model.
    """
    return Settings(
        data=data, corpus=(), chroma_url=None, chroma_token=None, embedding_model="bundled", passages=2_000
    )
