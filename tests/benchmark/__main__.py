"""`python -m tests.benchmark`: sets one thread for the libraries that look when they are imported, then runs."""

import os
import sys

from tests.benchmark.machine import THREADS

if __name__ == "__main__":
    quiet = {"TQDM_DISABLE": "1", "TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1"}
    fixed = {**dict.fromkeys(THREADS, "1"), **quiet}
    command = [sys.executable, "-m", "tests.benchmark.run", *sys.argv[1:]]
    os.execve(sys.executable, command, {**os.environ, **fixed})
