import os
import stat
from pathlib import Path

import pytest

from tools.dev import browser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for browsers are shell scripts")


def program(path: Path, exit_code: int) -> str:
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture(autouse=True)
def nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YANXI_BROWSER", raising=False)


def test_the_named_browser_comes_before_the_found_one(monkeypatch, tmp_path) -> None:
    named = program(tmp_path / "named", 0)
    monkeypatch.setenv("YANXI_BROWSER", named)
    monkeypatch.setattr(browser, "_candidates", lambda: iter([program(tmp_path / "found", 0)]))
    assert browser.find() == named


def test_a_named_browser_that_does_not_start_is_not_passed_over_in_silence(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("YANXI_BROWSER", str(tmp_path / "nothing"))
    monkeypatch.setattr(browser, "_candidates", lambda: iter([program(tmp_path / "found", 0)]))
    with pytest.raises(browser.NoBrowser, match="YANXI_BROWSER"):
        browser.find()


def test_a_stub_that_only_says_install_me_is_passed_over(monkeypatch, tmp_path) -> None:
    real = program(tmp_path / "real", 0)
    monkeypatch.setattr(browser, "_candidates", lambda: iter([program(tmp_path / "stub", 1), real]))
    assert browser.find() == real


@pytest.mark.parametrize(
    ("debian", "command"),
    [(True, "apt-get install -y"), (False, "playwright install chromium")],
)
def test_without_a_browser_the_command_that_installs_one_is_named(monkeypatch, debian, command) -> None:
    monkeypatch.setattr(browser, "_candidates", lambda: iter([]))
    monkeypatch.setattr(browser, "_is_debian", lambda: debian)
    with pytest.raises(browser.NoBrowser, match=command):
        browser.find()


def test_an_installation_that_brings_no_browser_fails(monkeypatch, capsys) -> None:
    monkeypatch.setattr(browser, "_candidates", lambda: iter([]))
    monkeypatch.setattr(browser, "_is_debian", lambda: False)
    monkeypatch.setattr(browser, "PLAYWRIGHT", ("false",))
    assert browser.main() == 1
    assert "请运行：false" in capsys.readouterr().err
