"""The files of docs/ and quizzes/ by their names alone: what desktops leave there, and what would be published though no page
shows it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from yanxi.problem import Problem
from yanxi.yamltext.nodes import Text

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")
"""What a page may show or link to beside other pages; an .svg may hold a script."""

_LEFT = re.compile(r"\.|~\$|~.*\.tmp$|desktop\.ini$|thumbs\.db$|ehthumbs\.db$", re.IGNORECASE)


def left_behind(name: str) -> bool:
    """Whether a file of this name is one that Office, Windows, macOS or an editor leaves lying about: ~$题库.docx, desktop.ini."""
    return bool(_LEFT.match(name))


def misplaced(paths: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """A problem for every file of docs/ that nothing uses: the site would publish it as it is.

    `paths` are relative to docs/; `known` are those that have a meaning.
    """
    for path in paths:
        name = path.rpartition("/")[2]
        below_assets = path.startswith("assets/")
        if path in known or below_assets or left_behind(name) or path.lower().endswith(PICTURES):
            continue
        message = f"docs 里有认不出的文件“{name}”，它会原样放到网站上，谁都能下载。"
        hint = "请把它移出 docs 文件夹。"
        meant = meant_for(path, known)
        if name.lower().endswith((".yml", ".yaml")):
            message, hint = (
                f"认不出“{name}”，里面写的用不上。",
                "请看文件名是否写对：document.yml、glossary.yml、review.yml。",
            )
        elif name.lower().endswith((".md", ".markdown", ".mdown", ".mkd", ".mkdn")):
            message = f"没有哪里用到这一页“{name}”，它却会放到网站上。"
            hint = "方案的页面按原文来分，文件名不能自己起；不要的请删去。"
        if meant:
            hint = f"请改名为 {meant.rpartition('/')[2]}。"
        yield Problem(f"docs/{path}", 1, 1, "多余的文件", message, hint)


def meant_for(path: str, known: Collection[str]) -> str:
    """The file that one of another name is meant for: M3.md, m3.md.txt and m3.markdown for m3.md; empty where it is none."""
    stem = re.sub(r"(\.txt|\.(?:md|yml)\.(?:md|yml))$", "", path.lower())
    plain = re.sub(r"\.(?:markdown|mdown|mkdn?|yaml|md|yml)(?:\.md|\.yml)?$", "", stem)
    return next((each for each in known if each.rpartition(".")[0].lower() == plain and each != path), "")


def broken_links(page: str, links: Iterable[Text], present: Collection[str]) -> Iterator[Problem]:
    """A problem for each link of a page to a file that is not there; paths are relative to docs/."""
    for link in links:
        target = unquote(link.value.partition("#")[0].partition("?")[0])
        if not target:  # a place on this page
            continue
        if target.lower().endswith((".yml", ".lock")) and "://" not in target:
            hint = "设置和题库不放到网站上；要给读者看，请链接到页面的 .md 文件。"
            yield link.problem("链接的文件不在", f"链接“{link.value[:40]}”指的文件不在网站上。", hint)
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
        if target.startswith("/"):
            hint = "请写从这一页出发的路径，如 ../index.md。"
            yield link.problem("链接写法", f"链接“{link.value}”以 / 开头，网站换了地方就打不开。", hint)
        elif path not in present:
            pages = (f"{path}.md", f"{path}/index.md", f"{path.removesuffix('.html')}.md")
            near = [each for each in pages if each in present]
            near = near or [
                each for each in present if each.lower() == posixpath.normpath(path.replace("\\", "/")).lower()
            ]
            hint = "链接到页面要写它的 .md 文件，如 ../a1/m3.md；别的网站以 https:// 开头。"
            if path.lower().endswith(PICTURES) and not path.startswith("../"):
                hint = f"请把文件放到 docs/{path}，名字的大小写也要一样。"
            if path.endswith(".md") and not path.startswith("../"):
                hint = f"请检查路径和文件名；误删了的，请从原来的版本恢复：git restore docs/{path}。"
            if target.startswith("www."):
                hint = f"网址要写全：https://{target}。"
            elif near:
                hint = f"请写成 {posixpath.relpath(near[0], posixpath.dirname(page) or '.')}。"
            yield link.problem("链接的文件不在", f"链接“{link.value[:40]}”指的文件不在。", hint)
