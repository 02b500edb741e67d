"""A process that is killed while it stores articles loses none and leaves none by halves."""

import random
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from bot.places import ledger_file, taken_in_folder
from bot.taking_in.adding import read_offers, store
from corpus.files import find_files
from corpus.intake.ledger import read_ledger
from corpus.reader import read_article
from tests.settings import settings_for

ROOT = Path(__file__).parents[3]
TODAY, NOW = date(2026, 3, 1), datetime(2026, 3, 1, 12, tzinfo=UTC)
MANY, KILLS = 120, 6
STORE = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from bot.taking_in.adding import read_offers, store
from tests.settings import settings_for
settings = settings_for(Path(sys.argv[1]))
offers, _ = read_offers(settings, sys.argv[2:], date(2026, 3, 1))
print("begun", flush=True)
store(settings, offers, False, date(2026, 3, 1), datetime.now(UTC))
"""


def test_a_killed_process_loses_no_article_and_leaves_none_twice(tmp_path: Path) -> None:
    settings, files = settings_for(tmp_path / "data"), []
    for n in range(MANY):
        files.append(tmp_path / f"news{n}.md")
        files[-1].write_text(
            f"# Bird {n}\n\nBird {n} is a large language model with a context window of {n}K tokens.\n"
        )
    moments = random.Random(5)
    for kill in range(1, KILLS + 1):
        command = [sys.executable, "-c", STORE, str(settings.data), *map(str, files[: kill * MANY // KILLS])]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline() == b"begun\n"
            time.sleep(moments.uniform(0.03, 0.2))
            process.kill()
        read_ledger(ledger_file(settings))

    offers, _ = read_offers(settings, [str(file) for file in files], TODAY)
    store(settings, offers, False, TODAY, NOW)
    found, skipped = find_files(taken_in_folder(settings))
    titles = [read_article(file, TODAY).source.title for file in found]
    assert skipped == []
    assert sorted(titles) == sorted(f"Bird {n}" for n in range(MANY))
