"""A process of its own that reads the articles of a folder, as `index` does, and says what that took.

Prints JSON: by path the reason of what was refused ("" for what was read), the seconds, and how much memory it had
at most, in MB: when all was imported, and at the end; and its children.
"""

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from corpus.reader import find_files, read_article
from corpus.types import UnreadableArticle


def peak(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def main() -> None:
    files, skipped = find_files(Path(sys.argv[1]))
    came = {one.path: one.reason for one in skipped}
    imported, began = peak(resource.RUSAGE_SELF), time.monotonic()
    for file in files:
        try:
            read_article(file, date(2026, 3, 1))
            came[file.path] = ""
        except UnreadableArticle as error:
            came[file.path] = str(error)
    took = time.monotonic() - began
    memory = [imported, peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)]
    print(json.dumps({"came": came, "seconds": took, "memory": memory}))


if __name__ == "__main__":
    main()
