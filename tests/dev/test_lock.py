import re
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "requirements.txt").read_text(encoding="utf-8")


def test_every_package_is_pinned_to_a_hash(lock: str) -> None:
    for entry in re.split(r"\n(?=\w)", lock):
        assert re.match(r"[\w.-]+==\S+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_no_registry_and_no_place_on_a_disk_is_named(root: Path, lock: str) -> None:
    npm = (root / "tools" / "widget" / "package-lock.json").read_text(encoding="utf-8")
    for text in (lock, npm):
        assert not re.search(r'index-url|find-links|"resolved"|file:|registry\.', text)
    assert "://" not in lock


def test_every_dependency_of_the_project_is_locked(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert {re.match(r"[\w.-]+", entry).group().lower() for entry in wanted} <= locked


def test_what_the_project_pins_is_what_is_locked(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {each for each in project["dependencies"] + project["optional-dependencies"]["dev"] if "==" in each}
    assert "mkdocs-material" in {each.split("==")[0] for each in pinned}
    assert pinned <= set(re.findall(r"^[\w.-]+==\S+", lock, re.MULTILINE))
