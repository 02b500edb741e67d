import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.store.lock import update_lock
from index.types import StoreError, UpdateUnderWay

HOLD = """
import sys, time
from pathlib import Path
from index.store.lock import update_lock
with update_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_update_is_told_that_one_is_under_way(tmp_path: Path) -> None:
    under_way = r"another update of this index is under way .*index\.lock"
    with update_lock(tmp_path / "data"), pytest.raises(UpdateUnderWay, match=under_way):
        update_lock(tmp_path / "data").__enter__()
    with update_lock(tmp_path / "data"):
        pass


def test_another_processs_update_counts_until_it_is_killed(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(UpdateUnderWay), update_lock(tmp_path):
            pass
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with update_lock(tmp_path):
        pass


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(StoreError, match=r"data can't be written .* --data"), update_lock(tmp_path / "data"):
        pass
