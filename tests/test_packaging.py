"""What is installed is whole: dependencies are pinned, and the data files go along with the code."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "corpus", "index")


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins() -> dict[str, str]:
    """The versions in constraints.txt, by the canonical names of the packages."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def requirements() -> list[Requirement]:
    declared = project()["project"]
    return [Requirement(r) for r in (*declared["dependencies"], *declared["optional-dependencies"]["test"])]


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_a_dependency_is_pinned_to_a_version_that_it_allows(requirement: Requirement) -> None:
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


def test_torch_is_pinned_without_a_build_so_that_any_index_can_serve_it() -> None:
    assert pins()["torch"] == "2.13.0"
    assert "torch==2.13.0" in project()["project"]["dependencies"]


def test_every_data_file_is_installed_with_its_package() -> None:
    patterns = project()["tool"]["setuptools"]["package-data"]
    files = [
        p for room in ROOMS for p in (ROOT / room).rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    data = [p.relative_to(ROOT) for p in files if p.suffix != ".py"]
    assert data
    left_out = [
        p for p in data if not any(fnmatch("/".join(p.parts[1:]), wanted) for wanted in patterns[p.parts[0]])
    ]
    assert left_out == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_licence_and_the_notice_go_along() -> None:
    assert project()["project"]["license-files"] == ["LICENSE", "NOTICE"]
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "intfloat/multilingual-e5-small" in (ROOT / "NOTICE").read_text("utf-8")


def test_the_notice_says_what_each_shipped_article_is_made_from() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8").splitlines()
    assert {path.name for path in (ROOT / "corpus" / "articles").glob("*.md")} <= set(notice)
