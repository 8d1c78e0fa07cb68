"""Not one answer lost: whatever happens to tabs, storage, clock and site, the log holds once what the reader saw graded,
and every page says the same of it.

A few sequences here; `make storm` for as many as one likes, in shards, each with a seed of its own.
"""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from tests.conftest import PHONE
from tests.e2e import device
from tests.e2e.device import Device, Site
from tests.e2e.reader import Item
from tests.site.generators import mkdocs

STORM = int(os.environ.get("YANXI_STORM", "0"))
# So many sequences make a shard; a machine's cores share the shards.
SHARD = 50
SHARDS = -(-STORM // SHARD) or 1
SEQUENCES = min(STORM, SHARD) or 6

TABS = st.integers(0, 1)
STEPS = st.lists(
    st.one_of(
        *[st.builds(device.Answer, TABS, st.integers(0, 5), st.booleans())] * 3,
        *[st.builds(device.Practise, TABS, st.booleans())] * 2,
        *[st.builds(device.Enter, TABS, st.integers(1, 6), st.booleans())] * 3,
        *[st.builds(device.HandIn, TABS)] * 2,
        st.builds(device.Reload, TABS),
        st.builds(device.Close, TABS),
        st.builds(device.Kill, TABS, st.sampled_from([1, 1, 3, 1000])),
        st.builds(device.Fill, st.booleans()),
        st.builds(device.Mute),
        st.builds(device.Speak, st.booleans()),
        st.builds(device.Clear, TABS, st.sampled_from(["", "a1"])),
        st.builds(device.BringBack, TABS),
        *[st.builds(device.Shift, st.sampled_from([-device.YEARS, -60, -9, 0, 9, 60, device.YEARS]))] * 2,
        st.builds(device.Travel, st.sampled_from([device.BEIJING, 345, 0, -300, -720, 840])),
        st.builds(device.Renew),
    ),
    min_size=4,
    max_size=16,
)

# Making a sequence shorter takes minutes in a browser; a storm has them.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if STORM else [])]


@pytest.fixture(scope="session")
def releases(whole: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders of the site: as it is, with a question retired, and with another one's answer changed as well."""
    place = tmp_path_factory.mktemp("releases")
    project = shutil.copytree(whole, place / "project")
    bank = project / "quizzes/plan/a1/m1.yml"
    built = [shutil.copytree(site, place / "0")]
    for before, after in (
        ("  - id: a1-m1-q02", "    retired: 只考一个主语，太浅\n  - id: a1-m1-q02"),
        ("    answer: 对", "    answer: 错"),
    ):
        text = bank.read_text(encoding="utf-8")
        assert before in text
        bank.write_text(text.replace(before, after, 1), encoding="utf-8")
        built.append(mkdocs(project, place / f"{len(built)}"))
    for release, folder in enumerate(built):
        # What has a time in the past a browser does not ask for again at once, and what has the same time is the same.
        moment = time.time() + (release + 1) * 86_400
        for file in folder.rglob("*"):
            os.utime(file, (moment, moment))
    return built


@pytest.fixture(scope="session")
def renewable(releases: list[Path], serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site on which one release follows the other, each put up at a stroke."""
    place = tmp_path_factory.mktemp("served")
    served = place / "site"

    def put_up(release: int) -> None:
        (place / "next").symlink_to(releases[release])
        (place / "next").replace(served)

    put_up(0)
    banks = [json.loads((folder / "data/plan/questions.json").read_text(encoding="utf-8")) for folder in releases]
    return Site(serve(served), banks, put_up)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_what_was_graded_is_in_the_log_once_and_on_every_page(
    browser: Browser, renewable: Site, one_page: list[Item], shard: int
) -> None:
    items = [item for item in one_page if item["kind"] in ("single", "judge", "blank")][:6]

    @settings(max_examples=SEQUENCES, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    @given(steps=STEPS)
    def survives(steps: list[NamedTuple]) -> None:
        context = browser.new_context(**PHONE)
        context.set_default_timeout(10_000)
        context.add_init_script(device.SCRIPT)
        faults: list[str] = []
        context.on("weberror", lambda error: faults.append(str(error.error)))
        try:
            phone = Device(context, renewable, items)
            for step in steps:
                phone.do(step)
            phone.check()
            # What a release has taken away is said to the reader, and to whoever looks into the browser's console.
            assert not [fault for fault in faults if "as the index has it" not in fault]
        finally:
            context.close()

    if STORM:
        survives = seed(f"{os.environ.get('YANXI_SEED', '')} {shard}")(survives)
    survives()
