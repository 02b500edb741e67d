"""`python -m tests.renderings`: draws the README's pictures anew, from what the bot sends about the shipped articles.

Needs Chromium and fonts (`apt-get install chromium fonts-noto-core fonts-noto-color-emoji fonts-wqy-microhei`).
"""

import argparse
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from bot.compose import open_answerer
from bot.compose_update import update_index
from bot.settings import Settings
from bot.streams import say
from tests.renderings.page import page_html
from tests.renderings.payloads import answered, compared_side_by_side
from tests.renderings.shot import take

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2026, 3, 1)


def run(docs: Path, data: Path) -> None:
    """Writes the pictures."""
    settings = Settings(data=data)
    update_index(settings, (), rebuild=False, progress=lambda *_: None, say=say)
    with ExitStack() as opened:
        answerer = opened.enter_context(open_answerer(settings, say, True)).use(lambda newest: newest)
        messages = {
            "answer": answered(answerer, "What happened to Nvidia's shares?", TODAY),
            "list": answered(answerer, "which models have 1M context", TODAY),
            "compare": compared_side_by_side(answerer, ["Claude Opus 4.6", "Kimi K2.5"], TODAY),
            "refusal": answered(answerer, "DeepSeek V4 是什么时候发布的？", TODAY),
        }
        for name, sent in messages.items():
            take(page_html(sent), docs / f"discord-{name}.png")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--docs", type=Path, default=DOCS, help="where the pictures go")
    with tempfile.TemporaryDirectory() as folder:
        run(parser.parse_args().docs, Path(folder))
