"""yanxi doctor: what a machine lacks is named with the command that mends it."""

import shutil
from pathlib import Path

import pytest

from yanxi import commands
from yanxi.commands import doctor


def missing(root: Path) -> dict[str, str]:
    return {each.what.partition("：")[0]: each.mend for each in doctor.examine(root) if not each.well}


@pytest.fixture(autouse=True)
def well(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has everything."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(doctor, "_configured", lambda key: "张三")
    monkeypatch.setattr(doctor, "_shows", lambda encoding: True)


def test_a_machine_that_has_everything_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["doctor", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("什么都不缺。\n")


def test_what_is_missing_comes_with_a_command_and_sets_the_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    assert commands.main(["doctor", "--root", str(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert "缺    git" in shown and "sudo apt-get install git" in shown and shown.endswith("缺 1 样。\n")


def test_a_name_that_git_does_not_know_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_configured", lambda key: "")
    assert missing(tmp_path)["git 的 user.name"] == "请运行：git config --global user.name 张三"


def test_a_full_disk_and_a_console_without_chinese_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(doctor, "_configured", lambda key: "张三")
    monkeypatch.setattr(shutil, "disk_usage", lambda root: shutil._ntuple_diskusage(1, 1, 0))
    assert "磁盘还有 0 MB" in missing(tmp_path)
    assert [doctor._shows(each) for each in ("utf-8", "gbk", "ascii", "cp1252", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_project_that_was_not_set_up_is_told_how(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert {"mkdocs.yml", "docs/assets/yanxi.js"} == set(missing(tmp_path))
