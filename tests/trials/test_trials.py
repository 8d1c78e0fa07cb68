"""What an editor from Word and Excel does to a good project, and what the check says: the files beside this one have them.

A trial changes one file of the plan's site: `old` becomes `new` (once), what matches `cut` is taken out, or `text` is all of it, `append` comes behind it, `encoding` is
what it is saved in, `delete`, `rename` and `copy` say so. `misread` is the encoding that it is taken for and saved from, `half` that of `append` alone. `expect` are the problems by path, line and code; `says` are words that one of
them has to say.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.documents import complete
from yanxi import project
from yanxi.commands.check import everything
from yanxi.problem import Problem

TRIALS = [
    pytest.param(trial, id=f"{file.stem}-{trial['name']}")
    for file in sorted(Path(__file__).parent.glob("*.yml"))
    for trial in yaml.safe_load(file.read_text(encoding="utf-8"))
]
CHINESE = re.compile("[一-鿿]")
# Words of Python, YAML and MkDocs that no editor should have to read.
ENGLISH = re.compile(r"\b(Error|Traceback|expected|found|while|mapping|None|NoneType|line \d|warning)\b")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return complete(tmp_path_factory.mktemp("trials") / "good", "plan")


@contextmanager
def changed(root: Path, trial: dict[str, Any]) -> Iterator[None]:
    """Makes the change, and takes it back."""
    names = [trial[key] for key in ("file", "rename", "copy") if key in trial]
    before = {root / name: (root / name).read_bytes() if (root / name).exists() else None for name in names}
    change(root, trial)
    yield
    for file, data in before.items():
        if data is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def change(root: Path, trial: dict[str, Any]) -> None:
    file = root / trial["file"]
    if trial.get("delete"):
        return file.unlink()
    if to := trial.get("rename", trial.get("copy")):
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / to).write_bytes(file.read_bytes())
        if "rename" in trial:
            file.unlink()
        return None
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if "old" in trial:
        assert trial["old"] in text, "the file has changed: adapt the trial"
        text = text.replace(trial["old"], trial["new"], 1)
    if "cut" in trial:
        text = re.sub(trial["cut"], "", text, count=1, flags=re.DOTALL)
    text = trial.get("text", text) + trial.get("append", "")
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode(trial.get("encoding", "utf-8"))
    if "half" in trial:
        data = text.removesuffix(trial["append"]).encode() + trial["append"].encode(trial["half"])
    file.write_bytes(data.decode(trial["misread"], "replace").encode() if "misread" in trial else data)
    return None


def problems(root: Path, trial: dict[str, Any]) -> list[Problem]:
    with changed(root, trial):
        return everything(project.load(root))


def test_the_project_is_good(good: Path) -> None:
    assert everything(project.load(good)) == []


@pytest.mark.parametrize("trial", TRIALS)
def test_trial(good: Path, trial: dict[str, Any]) -> None:
    found = problems(good, trial)
    assert [f"{each.path}:{each.line} {each.code}" for each in found] == trial["expect"]
    for each in found:
        assert CHINESE.search(each.message) and (each.hint or "。" in each.message)
        assert not ENGLISH.search(each.message + each.hint)
    if "says" in trial:
        assert any(trial["says"] in each.message + each.hint for each in found), "\n".join(map(str, found))
