"""The pipelines for code hosts: three thin files, one script."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.documents import ROOT

FOLDER = ROOT / "pipelines"
SAYS = '#!/bin/sh\necho "{name} $*"\nexit {status}\n'


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yml")), ids=lambda file: file.name)
def test_every_pipeline_runs_the_script_and_nothing_of_its_own(file: Path) -> None:
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    jobs = list(read.get("jobs", {key: each for key, each in read.items() if isinstance(each, dict)}).values())
    lines = [
        line
        for job in jobs
        for line in job.get("script", [each["run"] for each in job.get("steps", []) if "run" in each])
    ]
    assert lines and all(line.startswith("sh pipelines/site.sh") for line in lines)
    assert "main" in str(read)


def script(folder: Path, problems: int = 0, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the script in a folder where make and yanxi only say how they were called."""
    for path, status in (("bin/make", 0), (".venv/bin/yanxi", problems)):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SAYS.format(name=file.name, status=status))
        file.chmod(0o755)
    without = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    return subprocess.run(
        ["sh", FOLDER / "site.sh", "public"], cwd=folder, capture_output=True, text=True,
        env=without | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"} | env,
    )  # fmt: skip


def test_the_script_sets_up_and_builds_where_it_is_told(tmp_path: Path) -> None:
    ended = script(tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "make widget\nyanxi build --site-dir public\n")


def test_on_github_problems_are_shown_beside_their_lines_and_fail_all_the_same(tmp_path: Path) -> None:
    ended = script(tmp_path, problems=1, GITHUB_ACTIONS="true")
    assert ended.returncode == 1
    assert ended.stdout.splitlines() == ["make widget", "yanxi check --format github", "yanxi build --site-dir public"]
