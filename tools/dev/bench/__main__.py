"""python -m tools.dev.bench"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tools.dev.bench import browser as browsing
from tools.dev.bench import curve, projects, reference
from tools.dev.bench.browser import Answer
from tools.dev.bench.serve import Served, serving
from yanxi import project

BUILDS = 5
VISITS = 7
TAPS = 5
KINDS = {".html": "HTML", ".css": "CSS", ".js": "JS"}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="yanxi-bench-") as folder, ExitStack() as stack:
        made = Path(folder)
        _growth(made / "growth")
        sources = _sources(made)
        _builds(sources, made)
        _write_references(made)
        served = {
            name: stack.enter_context(serving(made / "site" / name)) for name in (*sources, "hand 10", "hand 1000")
        }
        chromium = stack.enter_context(browsing.browser())
        _weights(served, chromium)
        _answers(served, chromium)


def _sources(made: Path) -> dict[str, Path]:
    thousand = projects.generated(1000, made / "1000")
    return {
        "real": projects.ROOT,
        "real stock": projects.stock(projects.ROOT, made / "real-stock"),
        "1000": thousand,
        "1000 stock": projects.stock(thousand, made / "1000-stock"),
        "10": projects.generated(10, made / "10"),
    }


# Growing.


def _growth(made: Path) -> None:
    print("\n题数与代价（处理器秒，括号内每千题；内存峰值 MB；数据文件字节）")
    print(_row("题", "检查", "检查，套话题干", "生成", "检查内存", "生成内存", "数据", "其中最大"))
    for point in curve.curve(made):
        times = (
            f"{run.seconds:.2f} ({1000 * run.seconds / point.count:.2f})"
            for run in (point.check, point.templated, point.build)
        )
        memory = (f"{run.memory:.0f}" for run in (point.check, point.build))
        print(_row(f"{point.count:,}", *times, *memory, f"{point.data:,}", f"{point.largest:,}"), flush=True)


# Building.


def _builds(sources: Mapping[str, Path], made: Path) -> None:
    """Builds everything, taking turns."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in sources}
    for turn in range(BUILDS):
        for name, source in sources.items():
            if name != "10" or turn == 0:
                took[name].append(_build(source, made / "site" / name))
    print(f"\n构建（{BUILDS} 次交错，秒）")
    print(_row("", "最快", "中位", "处理器", "与素 Material 之比"))
    for label, ours in (("真实题库", "real"), ("一页 1,000 题", "1000")):
        mine, base = _times(took[ours]), _times(took[f"{ours} stock"])
        ratios = " / ".join(f"{one / other:.2f}" for one, other in zip(mine, base, strict=True))
        print(_row(label, *(f"{value:.2f}" for value in mine), ratios))
        print(_row("  同样的页，素 Material", *(f"{value:.2f}" for value in base)))


def _times(took: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The shortest and the median time on the clock, and the median of the processor's, which other work disturbs less."""
    clock, processor = zip(*took, strict=True)
    return min(clock), median(clock), median(processor) or 1.0


def _build(source: Path, target: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", source / "mkdocs.yml", "-d", target]
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, processor


def _write_references(made: Path) -> None:
    """Copies of the stock page with the quiz written by hand where ours has its own."""
    for count in (10, 1000):
        package = project.load(made / str(count)).current
        assert package
        site = shutil.copytree(made / "site" / "1000 stock", made / "site" / f"hand {count}")
        page = site / projects.PAGE / "index.html"
        above, heading, below = page.read_text(encoding="utf-8").partition("</h1>")
        assert heading
        page.write_text(above + heading + reference.quiz(package.questions) + below, encoding="utf-8")


# Bytes.


def _weights(served: Mapping[str, Served], chromium: Browser) -> None:
    print("\n一页的分量（缓存为空，gzip 字节）")
    print(_row("", "请求", *KINDS.values(), "其余", "合计"))
    for label, name in (
        ("真实题库", "real"),
        ("  同样的页，素 Material", "real stock"),
        ("一页 1,000 题", "1000"),
        ("  同样的页，素 Material", "1000 stock"),
    ):
        sent = browsing.load(chromium, served[name], f"{projects.PAGE}/")
        sums = dict.fromkeys((*KINDS.values(), "其余"), 0)
        for path, size in sent:
            sums[KINDS.get(Path(path).suffix, "其余")] += size
        print(_row(label, str(len(sent)), *(f"{size:,}" for size in (*sums.values(), sum(sums.values())))))
    for path, size in browsing.load(chromium, served["real"], f"{projects.PAGE}/"):
        print(f"  {size:>9,}  {path}")


# Time.


def _answers(served: Mapping[str, Served], chromium: Browser) -> None:
    """Visits all pages, taking turns."""
    visits: dict[str, tuple[str, str, str]] = {}
    for count in ("10", "1000"):
        visits[f"{count} 题，研习"] = (served[count].address, "yx-question .yx-option", "yx-question")
        visits[f"{count} 题，手写"] = (served[f"hand {count}"].address, reference.OPTION, reference.QUESTION)
    found: dict[str, list[Answer]] = {name: [] for name in visits}
    for _ in range(VISITS):
        for name, (address, option, question) in visits.items():
            found[name].append(browsing.answer(chromium, f"{address}{projects.PAGE}/", option, question, TAPS))
    print(f"\n慢速 4G、CPU ÷ {browsing.SLOWDOWN}（{VISITS} 次交错，毫秒，中位，括号内最小）")
    print(_row("", "首次判分", "从可见到判分", "点到判分"))
    for name, answers in found.items():
        shown = (
            _middle(answers, lambda a: a.first),
            _middle(answers, lambda a: a.dead),
            _middle(answers, lambda a: a.tap),
        )
        print(_row(name, *shown))


def _middle(answers: list[Answer], value: Callable[[Answer], float]) -> str:
    values = [value(answer) for answer in answers]
    return f"{median(values):.0f} ({min(values):.0f})"


def _row(label: str, *cells: str) -> str:
    return _padded(label, 30, str.ljust) + "".join(_padded(cell, 20, str.rjust) for cell in cells)


def _padded(text: str, width: int, pad: Callable[[str, int], str]) -> str:
    """Chinese characters are two columns wide."""
    return pad(text, width - sum(ord(character) > 0x2E80 for character in text))


if __name__ == "__main__":
    main()
