"""The plan of 2022 as it is shipped. Only the tests of this folder know what stands in docs/2022 and quizzes/2022."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.e2e.reader import Item
from tests.site.generators import mkdocs
from yanxi import project
from yanxi.project import Package, Project


@pytest.fixture(scope="session")
def shipped() -> Project:
    """The repository itself."""
    return project.load(ROOT)


@pytest.fixture(scope="session")
def plan2022(shipped: Project) -> Package:
    package = shipped.package("2022")
    assert package
    return package


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that the repository makes."""
    return mkdocs(ROOT, tmp_path_factory.mktemp("shipped") / "site")


@pytest.fixture(scope="session")
def shipped_address(shipped_site: Path, serve: Callable[[Path], str]) -> str:
    """Where that site is served."""
    return serve(shipped_site)


@pytest.fixture(scope="session")
def questions(shipped_site: Path) -> list[Item]:
    """The whole bank, as that site publishes it."""
    return json.loads((shipped_site / "data/2022/questions.json").read_text(encoding="utf-8"))
