"""What a reader does with a question, with a finger or with the keyboard alone, and what the device then keeps.

A question (`Item`) is an entry of the site's data/plan/questions.json. It is answered by what can be read on the screen, so
the bank, the page and the widget have to agree.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page

from tests.documents import PLAN, ROOT
from yanxi.render.kinds import KINDS as LOOKS

Item = dict[str, Any]

KINDS = tuple(LOOKS)
SUBMIT = {name for name, look in LOOKS.items() if look.SUBMIT}


def pages(docs: Path, *names: str) -> list[str]:
    """The addresses of the pages at these places of a folder of pages."""
    files = sorted(file for name in names for file in docs.glob(name))
    paths = (file.relative_to(docs).with_suffix("").as_posix() for file in files)
    return [f"{path}/".removesuffix("index/") for path in paths]


_PLAN = pages(PLAN / "docs", "plan/**/*.md")
PAGES = pages(ROOT / "docs", "*.md", "study/*.md", "help/*.md") + _PLAN
# Those with questions.
REFERENCE = {f"plan/{name}/" for name in ("glossary", "duties", "calendar", "full")}
PLAN_PAGES = [path for path in _PLAN if path not in REFERENCE]


class Step(NamedTuple):
    """One thing to do in a question."""

    act: str  # choose, type, press or unfold
    text: str
    side: int = 0  # of a match


def rightly(item: Item) -> list[Step]:
    return _entered(item, True) + _finished(item, "记住了")


def wrongly(item: Item) -> list[Step]:
    return _entered(item, False) + _finished(item, "没记住")


def _finished(item: Item, judgement: str) -> list[Step]:
    if item["kind"] == "recall":
        return [Step("unfold", "答案与解析"), Step("press", judgement)]
    return [Step("press", "提交")] if item["kind"] in SUBMIT else []


def _entered(item: Item, right: bool) -> list[Step]:
    match item["kind"]:
        case "single":
            return [Step("choose", texts(item, among=right)[0])]
        case "judge":
            return [Step("choose", item["answer"] if right else {"对": "错", "错": "对"}[item["answer"]])]
        case "multiple":
            return [Step("choose", text) for text in texts(item, among=True)[0 if right else 1 :]]
        case "order":
            return [Step("choose", option["text"]) for option in item["options"][:: 1 if right else -1]]
        case "blank":
            return [Step("type", accepted[0] if right else "都不是") for accepted in item["blanks"]]
        case "match":
            lefts, rights = zip(*item["pairs"], strict=True)
            rights = rights if right else rights[1:] + rights[:1]
            return [
                step
                for pair in zip(lefts, rights, strict=True)
                for step in (Step("choose", pair[0], 0), Step("choose", pair[1], 1))
            ]
        case _:
            return []


def texts(item: Item, among: bool) -> list[str]:
    """The options that are right, or those that are not."""
    return [option["text"] for option in item["options"] if (option["letter"] in item["answer"]) == among]


def find(page: Page, item: Item) -> Locator:
    return page.locator(f"yx-question[id='{item['id']}']")


def row(question: Locator, text: str, side: int = 0) -> Locator:
    """The option that reads `text`."""
    within = question.locator(".yx-side").nth(side) if question.locator(".yx-side").count() else question
    return within.locator(".yx-option", has=question.page.get_by_text(text, exact=True))


def tap(target: Locator) -> None:
    """A finger comes down on the middle of it."""
    target.page.touchscreen.tap(*look_at(target))


def tap_for_good(target: Locator) -> None:
    """The same, and waits for the click, which Chromium makes of it a while later: what it does may move the next target."""
    target.page.evaluate(_HEED)
    tap(target)
    target.page.evaluate("() => window.clicked")


_HEED = """() => {
  window.clicked = new Promise((heard, fail) => {
    addEventListener('click', () => heard(), { capture: true, once: true })
    setTimeout(fail, 10_000, new Error('a tap that no click came of'))
  })
  window.clicked.catch(() => {})
}"""


def tap_here(target: Locator) -> None:
    """The same where it is; nothing is scrolled for it."""
    box = target.bounding_box()
    assert box
    target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def look_at(target: Locator) -> tuple[float, float]:
    """Scrolls it into view, unless it is there, and gives its middle; fails where something covers that."""
    # What is drawn anew meanwhile is looked for again.
    for _ in range(3):
        if place := target.evaluate(_MIDDLE):
            return place[0], place[1]
    raise AssertionError(f"{target} does not stay")


_MIDDLE = """async (target) => {
  const middle = () => {
    // Words that run over several lines are tapped in the first: the middle of the whole may lie beside them.
    const { left, top, width, height } = target.getClientRects()[0] || { left: -1, top: -1, width: 0, height: 0 }
    return [left + width / 2, top + height / 2]
  }
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const isWithin = (margin) => middle()[1] >= innerHeight * margin && middle()[1] <= innerHeight * (1 - margin)
  // What comes into view is laid out a frame later, and then may move.
  let there, before
  for (let patience = 20; patience; patience--) {
    // What has become another button takes no tap for a while. A reader waits; here the while is over.
    target.closest('.yx-settling')?.classList.remove('yx-settling')
    if (!isWithin(before ? 0 : 0.35)) {
      target.scrollIntoView({ block: 'center', behavior: 'instant' })
      await frame()
    }
    there = document.elementFromPoint(...middle())
    if (target.contains(there) && (!before || `${before}` === `${middle()}`)) {
      return middle()
    }
    before = middle()
    await frame()
  }
  if (!target.isConnected) {
    return null
  }
  throw new Error(`covered by ${there && there.outerHTML.slice(0, 200)}`)
}"""


def by_touch(question: Locator, steps: list[Step]) -> None:
    blanks = iter(question.locator(".yx-blank").all())
    for step in steps:
        if step.act == "type":
            blank = next(blanks)
            tap_for_good(blank)
            blank.page.keyboard.insert_text(step.text)
        else:
            tap_for_good(target(question, step))


def by_script(page: Page, items: list[Item], steps: Callable[[Item], list[Step]] = rightly) -> None:
    """Answers many questions at once, without a finger: what a test is about comes after."""
    page.evaluate(_CLICKS, [(item["id"], steps(item)) for item in items])


_CLICKS = """async (answers) => {
  const reads = (text) => (element) => element.textContent.trim() === text
  for (const [id, steps] of answers) {
    const question = document.getElementById(id)
    const blanks = question.querySelectorAll('.yx-blank').values()
    const sides = question.querySelectorAll('.yx-side')
    for (const [act, text, side] of steps) {
      if (act === 'type') {
        const blank = blanks.next().value
        blank.value = text
        blank.dispatchEvent(new Event('input', { bubbles: true }))
        continue
      }
      const within = act === 'choose' && sides.length ? sides[side] : question
      const tags = { choose: '.yx-option > span', press: 'button', unfold: 'summary' }
      const found = [...within.querySelectorAll(tags[act])].find(reads(text))
      if (!found) throw new Error(`${id}: no ${text}`)
      const unfolded = act === 'unfold' && new Promise((done) => found.parentElement.addEventListener('toggle', done))
      found.click()
      await unfolded
    }
  }
}"""


def by_keyboard(question: Locator, steps: list[Step], choose: str = "Space") -> None:
    """From wherever the focus is: Tab and arrows to what is wanted, then `choose`. A link to the question is a start."""
    keyboard = question.page.keyboard
    blanks = iter(question.locator(".yx-blank").all())
    for step in steps:
        wanted = next(blanks) if step.act == "type" else target(question, step)
        reach(wanted.locator("input") if step.act == "choose" else wanted)
        if step.act == "type":
            keyboard.insert_text(step.text)
        else:
            keyboard.press(choose if step.act == "choose" else "Enter")


def target(question: Locator, step: Step) -> Locator:
    """What a step is done to."""
    if step.act == "choose":
        return row(question, step.text, step.side)
    # In practice the bar below the question does what its own buttons do on a page.
    bar = question.page.locator(".yx-run > .yx-foot")
    if step.act == "unfold":
        own = question.locator("summary", has_text=step.text)
        return own.or_(bar.get_by_role("button", name="看答案")).locator("visible=true")
    buttons = [place.get_by_role("button", name=step.text, exact=True) for place in (question, bar)]
    return buttons[0].or_(buttons[1]).locator("visible=true")


def reach(target: Locator, most: int = 60) -> None:
    """Moves the focus there, as somebody without a mouse does."""
    for _ in range(most):
        key = target.evaluate(_WAY)
        if not key:
            return
        target.page.keyboard.press(key)
    raise AssertionError(f"{target} cannot be reached with Tab and arrows")


_WAY = """(target) => {
  const active = document.activeElement
  if (active === target) return ''
  if (active.type === 'radio' && active.name === target.name) {
    return active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'ArrowDown' : 'ArrowUp'
  }
  const ahead = active === document.body || active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING
  return ahead ? 'Tab' : 'Shift+Tab'
}"""


def answer(page: Page, item: Item, steps: Callable[[Item], list[Step]] = rightly) -> Locator:
    """Answers by touch and waits until it is graded."""
    question = find(page, item)
    by_touch(question, steps(item))
    question.and_(page.locator("[data-result]")).wait_for()
    return question


def shown(question: Locator) -> list[str]:
    """The options' texts in the order of the screen."""
    return question.locator("fieldset .yx-option > span").all_inner_texts()


def logged(page: Page, count: int, site: str = "/") -> list[dict[str, Any]]:
    """The answer log of this device and of the site in this folder, as soon as it holds so many entries."""
    log = page.evaluate(_WHEN, [_READ.replace("yanxi / log", f"yanxi {site} log"), count])
    assert len(log) >= count, f"{len(log)} entries"
    return log


# What becomes of an expression once it holds so much, or after a while.
_WHEN = """async ([expression, count]) => {
  const read = eval(expression)
  for (const start = performance.now(); ; await new Promise((next) => setTimeout(next, 10))) {
    const found = await read()
    if (found.length >= count || performance.now() - start > 8000) return found
  }
}"""

# Opened without a look, the database would be made here, and empty.
_READ = """async () => {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'yanxi / log')) return []
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const db = await done(indexedDB.open('yanxi / log'))
  const records = await done(db.transaction('log').objectStore('log').getAll())
  db.close()
  return records
}"""


def remember(page: Page, *records: dict[str, Any]) -> None:
    """Puts records into the log behind the site's back. The page must be one that keeps a log."""
    page.evaluate(_WHEN, ["async () => (await indexedDB.databases()).filter(({ name }) => name === 'yanxi / log')", 1])
    page.evaluate(_WRITE, list(records))


_WRITE = """(records) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('yanxi / log')
  opening.onerror = reject
  opening.onsuccess = () => {
    const db = opening.result
    const writing = db.transaction('log', 'readwrite')
    records.forEach((record) => writing.objectStore('log').put(record))
    writing.oncomplete = () => { db.close(); resolve() }
    writing.onerror = reject
  }
})"""


def entry(item: Item, result: str = "right", **fields: Any) -> dict[str, Any]:
    """A line of the log, as the widget writes it."""
    return {
        "id": f"id-{item['id']}",
        "type": "answer",
        "document": item["document"],
        "question": item["id"],
        "version": item["version"],
        "at": 1_700_000_000_000,
        "offset": 480,
        "result": result,
        "ms": 1000,
        "from": "page",
    } | fields
