"""The Markdown extension: typed fences become HTML. MkDocs, ProperDocs and Zensical all run it, so it alone makes what a page shows.

The page being built is known by its path below docs/: MkDocs' plugin sets it, Zensical leaves it in a preprocessor.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from yanxi import project
from yanxi.bank.checks import RULES
from yanxi.document import fences
from yanxi.model import Document
from yanxi.problem import ERROR, Problem
from yanxi.project import DUTIES_PAGE, GLOSSARY_PAGE, Project
from yanxi.render import classroom_cards, duty_list, full_text, home, legislation, official, question, terms
from yanxi.render.markup import html, join
from yanxi.render.place import Place
from yanxi.site import manual, plain


class TypedFences(markdown.Extension):
    """Turns the fences of `fences.TYPES` into HTML, and all other HTML into text."""

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "root": [".", "the folder that holds docs/ and quizzes/"],
            "page": ["", "the page's path below docs/, e.g. 2022/a1/m3.md"],
            "directories": [None, "whether pages are folders (use_directory_urls, from the plugin); see `Place`"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        # Before superfences (25) and fenced_code (25), which would take the fences for code.
        md.preprocessors.register(_Preprocessor(md, self), "yanxi", 28)
        plain.extend(md)


def makeExtension(**settings: Any) -> TypedFences:
    """Python-Markdown's entry point."""
    return TypedFences(**settings)


class _Preprocessor(Preprocessor):
    def __init__(self, md: markdown.Markdown, extension: TypedFences) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        found = list(fences.typed(lines))
        if not found:
            return lines
        loaded = project.load(Path(self.extension.getConfig("root")))
        if loaded.current is None or not loaded.current.document.provisions:
            return lines
        page = _Rendering(loaded, self._path(), self.extension.getConfig("directories"))
        made: list[str] = []
        position = 0
        for fence in found:
            made += (
                _headed(lines[position : fence.line - 1], page.kicker(), page.glance(), self.md)
                if not position
                else lines[position : fence.line - 1]
            )
            made += ["", self.md.htmlStash.store(page.html(fence)), ""]
            position = fence.end
        made += lines[position:]
        return [*made, "", self.md.htmlStash.store(said)] if (said := page.linked_data()) else made

    def _path(self) -> str:
        """The page's path below docs/."""
        if "rendering_context" in self.md.preprocessors:  # Zensical's
            return self.md.preprocessors["rendering_context"].page.path
        return self.extension.getConfig("page")


def _headed(lines: list[str], kicker: str, glance: str, md: markdown.Markdown) -> list[str]:
    """The lines before the first fence, with the kicker above their title and what there is at a glance below it."""
    if not kicker:
        return lines
    title = next((number for number, line in enumerate(lines) if line.startswith("# ")), len(lines))
    below = ["", md.htmlStash.store(glance), ""] if glance else []
    return [*lines[:title], md.htmlStash.store(kicker), "", *lines[title : title + 1], *below, *lines[title + 1 :]]


class _Rendering:
    """One page on its way to HTML."""

    def __init__(self, loaded: Project, path: str, directories: bool | None) -> None:
        folder, _, below = path.partition("/")
        package = loaded.package(folder)
        # The home page and those for study stand outside all documents: what they show is the current one.
        self.path = path
        self.loaded, self.package = loaded, package or loaded.current
        self.page = package.pages.get(below) if package else None
        self.held = self.page.provisions if self.page else ()
        self.groups = {kind: iter(groups) for kind, groups in self.page.filled.items()} if self.page else {}
        self.official = iter(self.page.official if self.page else ())
        self.place = Place.at(self.document, path, directories)

    @property
    def document(self) -> Document:
        return self.package.document

    def kicker(self) -> str:
        if not self.held or self.held[0].kind in ("preamble", "closing"):
            return ""
        first = self.held[0]
        above = self.document.by_id.get(first.parent or "")
        return official.kicker(self.document, first, (self.package.names.get(above.id) or above.title) if above else "")

    def glance(self) -> str:
        """What a part has that is in pages of their own; nothing for a page that stands for itself."""
        if not self.held or "contents" not in self.page.types:
            return ""
        first = self.held[0]
        below = [each for each in self.document.children(first) if each.page != first.page]
        if not below:
            return ""
        return home.glance(
            first,
            len(below),
            self.package.duties,
            self.package.questions,
            self.place,
            DUTIES_PAGE in self.package.pages,
        )

    def linked_data(self) -> str:
        """What the page says to programs; nothing where it holds no official text."""
        return legislation.of_page(self.package.settings.title, self.held, self._built()) if self.held else ""

    def _built(self) -> Place:
        """The page on the site that is built: nobody puts right what a script says."""
        return Place.at(self.document, self.path, self.place.directories is not False)

    def html(self, fence: fences.Fence) -> str:
        maker: Callable[[fences.Fence], str] = getattr(self, f"_{fence.type.replace('-', '_')}")
        return maker(fence)

    def _official(self, fence: fences.Fence) -> str:
        _, provision = next(self.official, (fence, None))
        # Markdown has turned tabs into spaces by now.
        if provision is None or tuple(line.expandtabs(4) for line in provision.lines) != fence.lines:
            return _notice("这一段与官方原文不一致", self._problems(f"docs/{self.document.name}/"))
        # They lead to a page of terms.
        marked = self.package.glossary if GLOSSARY_PAGE in self.package.pages else ()
        return official.official(provision, self.place, marked) + official.actions(provision, self.place)

    def _note(self, fence: fences.Fence) -> str:
        return official.notes(items) if (items := self._next("note")) else ""

    def _points(self, fence: fences.Fence) -> str:
        return official.points(items, self.place) if (items := self._next("points")) else ""

    def _duties(self, fence: fences.Fence) -> str:
        return official.duties(items, self.place) if (items := self._next("duties")) else ""

    def _next(self, kind: str) -> tuple[Any, ...]:
        """What the page's next fence of this kind says; it was read and checked with the project."""
        return next(self.groups.get(kind, iter(())), ())

    def _terms(self, fence: fences.Fence) -> str:
        used = (term for provision in self.held for term in terms.used_in(provision, self.package.glossary))
        return terms.of_provision(tuple(dict.fromkeys(used)))

    def _glossary(self, fence: fences.Fence) -> str:
        return terms.glossary(self.package.glossary, self.package.names, self.place)

    def _duty_list(self, fence: fences.Fence) -> str:
        duties = self.package.duties
        return (
            duty_list.view(fence.argument, duties, self.place) if fence.argument else duty_list.head(duties, self.place)
        )

    def _calendar(self, fence: fences.Fence) -> str:
        return duty_list.calendar(self.package.duties, self.place)

    def _full_text(self, fence: fences.Fence) -> str:
        shown = full_text.full_text(self.document, self.package.settings.title, self.package.sha256, self.place)
        return shown + legislation.of_whole(self.package.settings.title, self.document, self._built())

    def _quiz(self, fence: fences.Fence) -> str:
        name = fence.address
        bank = self.package.banks.get(name)
        if bank is None:
            return _notice(f"没有“{name}”的题库", ())
        problems = self._problems(bank.path, bank.path.removesuffix(".yml") + "-")
        notice = _notice("这个题库有问题，改好以前有的题不显示", problems) if problems else Markup("")
        return notice + question.quiz(bank, self.place, self._turn(name))

    def _turn(self, name: str) -> Markup:
        """The ways to the pages before and behind the one that begins with this provision."""
        pages = [each for each in self.document.provisions if self.document.by_page[each.page][0] is each]
        at = next((number for number, each in enumerate(pages) if each.id == name), None)
        if at is None:
            return Markup("")
        before = pages[at - 1] if at else None
        return official.turn(before, pages[at + 1] if at + 1 < len(pages) else None, self.package.names, self.place)

    def _contents(self, fence: fences.Fence) -> str:
        above = self.document.by_id.get(fence.address)
        if above is None:
            return official.contents(self.document, above, self.place)
        live = [
            each
            for each in self.package.questions
            if each.provision == above.id or each.provision.startswith(f"{above.id}-")
        ]
        children = self.document.children(above)
        if all(self.place.to(each) != "#" for each in children):
            below = home.parts(children, self.package.names, live, self.place, self.package.duties)
        else:
            below = official.contents(self.document, above, self.place)
        return html(
            '<div class="yx-part" id="{}" data-document="{}">{}{}{}</div>',
            home.parts_id(above),
            self.document.name,
            home.progress(above, live),
            below,
            home.LEGEND,
        )

    def _home(self, fence: fences.Fence) -> str:
        others = [each for each in self.loaded.packages if each is not self.package]
        return home.home(
            self.document,
            self.package.settings.summary,
            self.package.questions,
            self.package.names,
            [(each.document.name, each.settings.title) for each in others],
            self.place,
        )

    def _study(self, fence: fences.Fence) -> str:
        return home.study(fence.address)

    def _vote_cards(self, fence: fences.Fence) -> str:
        return classroom_cards.sheets()

    def _rules(self, fence: fences.Fence) -> str:
        return manual.rules(RULES)

    def _problems(self, *paths: str) -> tuple[Problem, ...]:
        return tuple(each for each in self.loaded.problems if each.path.startswith(paths) and each.severity == ERROR)


def _notice(title: str, problems: tuple[Problem, ...]) -> Markup:
    """What an editor sees in place of something that cannot be shown; `make site` does not get this far."""
    rows = join(html("<li>{}</li>", problem) for problem in problems)
    return html('<div class="yx-problems" role="alert"><p><b>{}</b></p><ul>{}</ul></div>', title, rows)
