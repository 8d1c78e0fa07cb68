"""The whole bank of 2022 out and in again."""

from pathlib import Path

import pytest

from tests.documents import ROOT
from yanxi import commands
from yanxi.exchange import FORMATS


@pytest.mark.parametrize("name", ["xlsx", "csv", "docx", "kaoshibao", "moodle", "gift"])
def test_the_bank_comes_back_without_a_difference(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"bank.{FORMATS[name].SUFFIX}"
    assert commands.main(["export", name, "-o", str(file), "--root", str(ROOT)]) == 0
    assert name not in ("xlsx", "csv") or capsys.readouterr().out == ""
    capsys.readouterr()
    assert commands.main(["import", str(file), "--root", str(ROOT)]) == 0
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("新增 0 道，改动 0 道，退役 0 道，照旧 ")
