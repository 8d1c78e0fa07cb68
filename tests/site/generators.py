"""The three programs that build the same pages, each as the command an editor would type."""

import os
import subprocess
import sys
from pathlib import Path


def _run(root: Path, *command: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def mkdocs(root: Path, site: Path, *options: str) -> Path:
    _run(root, "mkdocs", "build", "--strict", "--quiet", "--site-dir", site, *options)
    return site


def properdocs(root: Path, site: Path) -> Path:
    _run(root, "properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", site)
    return site


def zensical(root: Path, site: Path) -> Path:
    """Zensical takes the site's folder from the configuration alone, so `root` has to be a copy."""
    _run(root, "zensical", "build", "--clean")
    (root / "site").rename(site)
    return site
