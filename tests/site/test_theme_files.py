from pathlib import Path

import pytest

from yanxi.site.theme.files import slim


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site as Material leaves it, in miniature."""
    for name, text in {
        "assets/stylesheets/main.css": "a{b:c}",
        "assets/stylesheets/main.css.map": "{}",
        "assets/javascripts/bundle.js": "go()\n//# sourceMappingURL=bundle.js.map\n",
        "assets/javascripts/bundle.js.map": "{}",
        "assets/javascripts/lunr/tinyseg.js": "stem()",
        "assets/javascripts/lunr/min/lunr.ru.min.js": "stem()",
        "assets/javascripts/workers/search.js": "find()",
        "2022/index.html": "<p>//# sourceMappingURL in a text</p>",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def size(site: Path) -> int:
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file())


def test_source_maps_and_the_themes_search_are_gone_and_nothing_else(built: Path) -> None:
    slim(built)
    left = sorted(file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file())
    assert left == [
        "2022/index.html",
        "assets/javascripts/bundle.js",
        "assets/stylesheets/main.css",
    ]


def test_no_file_asks_for_a_map_that_is_gone(built: Path) -> None:
    slim(built)
    assert (built / "assets/javascripts/bundle.js").read_text() == "go()\n"


def test_pages_are_left_alone(built: Path) -> None:
    page = (built / "2022/index.html").read_bytes()
    slim(built)
    assert (built / "2022/index.html").read_bytes() == page


def test_the_sum_is_what_the_site_has_lost(built: Path) -> None:
    before = size(built)
    assert slim(built) == before - size(built) > 0


def test_a_second_time_there_is_nothing_left_to_take(built: Path) -> None:
    slim(built)
    assert slim(built) == 0


def test_an_empty_site_is_no_trouble(tmp_path: Path) -> None:
    assert slim(tmp_path) == 0


def test_no_script_asks_another_host(built: Path) -> None:
    script = built / "assets/javascripts/bundle.js"
    script.write_text('watch("https://unpkg.com/resize-observer-polyfill");fetch(`https://api.github.com/repos/${a}`)')
    slim(built)
    assert script.read_text() == 'watch("data:,resize-observer-polyfill");fetch(`data:,repos/${a}`)'
