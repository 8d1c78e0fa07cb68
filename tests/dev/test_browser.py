import subprocess
import sys

import pytest

from tools.dev import browser


@pytest.fixture(autouse=True)
def nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YANXI_BROWSER", raising=False)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch):
    """machine(found=…, starting=…): the browsers of this machine, and those among them that start."""

    def describe(found: list[str], starting: list[str]) -> None:
        monkeypatch.setattr(browser, "_candidates", lambda whole: iter(found))
        monkeypatch.setattr(browser, "_starts", starting.__contains__)

    return describe


def test_the_named_browser_comes_before_the_found_one(monkeypatch, machine) -> None:
    machine(found=["found"], starting=["found", "named"])
    monkeypatch.setenv("YANXI_BROWSER", "named")
    assert browser.find() == "named"


def test_a_named_browser_that_does_not_start_is_not_passed_over_in_silence(monkeypatch, machine) -> None:
    machine(found=["found"], starting=["found"])
    monkeypatch.setenv("YANXI_BROWSER", "nothing")
    with pytest.raises(browser.NoBrowser, match="YANXI_BROWSER=nothing"):
        browser.find()


def test_a_stub_that_only_says_install_me_is_passed_over(machine) -> None:
    machine(found=["stub", "real"], starting=["real"])
    assert browser.find() == "real"


def test_what_starts_is_what_can_tell_its_version(monkeypatch, tmp_path) -> None:
    assert browser._starts(sys.executable)
    assert not browser._starts(str(tmp_path / "nothing"))
    monkeypatch.setattr(browser, "_is_windows", lambda: False)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    assert not browser._starts(sys.executable)


def test_the_engine_alone_is_enough_unless_a_whole_browser_is_asked_for(monkeypatch) -> None:
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/bin/{name}" if "chromium" in name else None)
    monkeypatch.setattr(browser, "_starts", lambda path: True)
    assert browser.find() == "/bin/chromium-headless-shell"
    assert browser.find(whole=True) == "/bin/chromium"


@pytest.mark.parametrize(
    ("debian", "command"),
    [(True, "apt-get install -y"), (False, "playwright install chromium")],
)
def test_without_a_browser_the_command_that_installs_one_is_named(monkeypatch, machine, debian, command) -> None:
    machine(found=[], starting=[])
    monkeypatch.setattr(browser, "_is_debian", lambda: debian)
    with pytest.raises(browser.NoBrowser, match=command):
        browser.find()


def test_an_installation_that_brings_no_browser_fails(monkeypatch, machine, capsys) -> None:
    machine(found=[], starting=[])
    monkeypatch.setattr(browser, "_is_debian", lambda: False)
    monkeypatch.setattr(browser, "PLAYWRIGHT", ("false",))
    assert browser.main() == 1
    assert "请运行：false" in capsys.readouterr().err
