"""Of Material's style sheets our pages get what they need; they look the same, and its other files are not built."""

from pathlib import Path

import pytest

from yanxi.site.theme import files, sheet


@pytest.mark.parametrize(
    ("theirs", "kept"),
    {
        "a tag": ("h1{margin:0}", "h1{margin:0}"),
        "a class of ours": (".md-typeset h1{margin:0}", ".md-typeset h1{margin:0}"),
        "a class of nobody": (".md-search a{margin:0}", ""),
        "one of several selectors": (".md-search,.md-nav,.md-tabs a{margin:0}", ".md-nav{margin:0}"),
        "a class that must not be there": (".md-nav:not(.md-tabs){margin:0}", ".md-nav:not(.md-tabs){margin:0}"),
        "one of a choice": (":is(.md-tabs,.md-nav) a{b:c}", ":is(.md-tabs,.md-nav) a{b:c}"),
        "none of a choice": (":is(.md-tabs,.md-top) a{b:c}", ""),
        "a condition": ("@media print{.md-nav{b:c}.md-top{b:c}}", "@media print{.md-nav{b:c}}"),
        "a condition of nothing": ("@media print{.md-top{b:c}}a{b:c}", "a{b:c}"),
        "an animation": ("@keyframes x{0%{b:c}to{b:c}}a{b:c}", "a{b:c}"),
        "other rules with an @": ('@charset "UTF-8";@page{margin:2cm}a{b:c}', "a{b:c}"),
        "code": (".highlight .kd,.highlight .linenos{b:c}", ".highlight .kd{b:c}"),
        "marks in quotation marks": ('a:after{content:"}.x{;,"}b{c:d}', 'a:after{content:"}.x{;,"}b{c:d}'),
        "a variable of ours": ("a{--x:1;--y:2;b:c}", "a{--x:1;b:c}"),
        "a variable of a variable that is used": (
            "a{--z:2;--y:var(--z);b:var(--y)}",
            "a{--z:2;--y:var(--z);b:var(--y)}",
        ),
        "a variable of one that is not": ("a{--z:2;--y:var(--z)}b{c:d}", "b{c:d}"),
        "an address with all of them": ('a{--x:url("d;,{}");--y:url("x")}', 'a{--x:url("d;,{}")}'),
    }.values(),
    ids=lambda each: None,
)
def test_what_is_kept(theirs: str, kept: str) -> None:
    assert sheet.needed(theirs, "b{color:var(--x)}") == kept


def test_ours_comes_behind_theirs_and_the_rest_is_not_built(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    theirs = {}
    for name, text in {
        "assets/stylesheets/palette.1.min.css": "b{c:d}",
        "assets/stylesheets/main.1.min.css": "a{b:c}.md-top{b:c}",
        "assets/stylesheets/main.1.min.css.map": "{}",
        "assets/javascripts/bundle.js": "go()",
        "assets/images/favicon.png": "",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        theirs[name] = str(file)
    assert all(map(files.is_theirs, theirs))
    assert not any(map(files.is_theirs, ["assets/yanxi.css", "2022/index.html", "assets/images/plan.png"]))
    assert files.sheet({}, docs) == ""
    (docs / "assets").mkdir(parents=True)
    (docs / "assets/yanxi.css").write_text("e{f:g}", encoding="utf-8")
    files.write(site, files.sheet(theirs, docs))
    assert (site / "assets/yanxi.css").read_text(encoding="utf-8") == "a{b:c}b{c:d}e{f:g}"


def test_another_theme_keeps_its_files(tmp_path: Path) -> None:
    files.write(tmp_path / "site", files.sheet({"assets/images/favicon.png": "x"}, tmp_path))
    assert not (tmp_path / "site").exists()
