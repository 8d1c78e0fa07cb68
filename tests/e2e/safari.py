"""Safari's engine, held like a phone: WebKitGTK, driven through its own WebDriver.

Playwright's WebKit cannot be had everywhere, and this one is the same engine. It knows no touch: a tap is a click.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.e2e.reader import Item, Step
from tools.dev.browser import WebKit

# Its window becomes no narrower than 447; what is narrower is a frame.
WIDTH, HEIGHT = 447, 844
PATIENCE = 10


class Safari:
    """One reader's browser. Questions are `Item`s, and what is done to them `Step`s, as in reader.py."""

    def __init__(self, driver: WebKitGTK, address: str) -> None:
        self.driver, self.address = driver, address

    def goto(self, path: str) -> None:
        self.driver.get(f"{self.address}/{path}")

    def run(self, script: str, *values: Any) -> Any:
        """What a script returns, whose `arguments` these are; a promise's value."""
        value, fault = self.driver.execute_async_script(_RUN, script, *values)
        assert not fault, fault
        return value

    def until(self, script: str, *values: Any) -> Any:
        """What a script returns as soon as that is something."""
        try:
            return WebDriverWait(self.driver, PATIENCE, 0.05).until(
                lambda driver: driver.execute_script(f"return {script}", *values)
            )
        except TimeoutException:
            raise AssertionError(f"{script}\nnot on: {self.driver.execute_script(_STATE)}") from None

    def tap(self, element: WebElement) -> None:
        """Comes down on the middle of it; fails where something covers that."""
        x, y = self.run(_MIDDLE, element)
        taps = ActionChains(self.driver, duration=0)
        taps.w3c_actions.pointer_action.move_to_location(int(x), int(y))
        taps.click().perform()

    def press(self, name: str) -> None:
        """A button or a link whose words begin like this."""
        self.tap(self.until(_BUTTON, name))

    def type(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def asked(self) -> str:
        """The id of the question that stands on a practice page."""
        return self.until("(document.querySelector('.yx-place yx-question') || {}).id")

    def enter(self, item: Item, steps: list[Step]) -> None:
        self.run(_SHOW, item["id"])
        blanks = iter(self.driver.find_elements("css selector", f"#{item['id']} .yx-blank"))
        for step in steps:
            if step.act == "type":
                blank = next(blanks)
                self.tap(blank)
                blank.send_keys(step.text)
            else:
                self.tap(self.until(_TARGET, item["id"], *step))

    def answer(self, item: Item, steps: list[Step]) -> str:
        """Gives the result, right or wrong."""
        self.enter(item, steps)
        return self.until("document.getElementById(arguments[0]).dataset.result", item["id"])

    def records(self, count: int) -> list[dict[str, Any]]:
        """The whole log, once it holds so much."""
        return self.run(_RECORDS, count)


@contextmanager
def screen() -> Iterator[str]:
    """A display in memory, as DISPLAY names it."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    assert number, "Xvfb 没有启动"
    yield f":{number}"
    server.terminate()
    server.wait()


@contextmanager
def browsers(webkit: WebKit, display: str) -> Iterator[Callable[[str], Safari]]:
    """new(address) is a browser of a new reader."""
    drivers: list[WebKitGTK] = []

    def new(address: str) -> Safari:
        options = Options()
        options.binary_location = webkit.browser
        options.add_argument("--automation")
        driver = WebKitGTK(options=options, service=Service(webkit.driver, env=os.environ | {"DISPLAY": display}))
        drivers.append(driver)
        driver.set_window_size(WIDTH, HEIGHT)
        driver.set_script_timeout(60)
        return Safari(driver, address)

    yield new
    for driver in drivers:
        driver.quit()


_RUN = """
const values = Array.from(arguments)
const script = values.shift()
const done = values.pop()
const run = new Function(`return (async () => { ${script} })()`)
run(...values).then(
  (value) => done([value, '']),
  (reason) => done([null, `${reason}`])
)
"""

_STATE = """
const study = document.querySelector('.yx-study')
return [location.href, document.readyState, document.hidden, (study || document.querySelector('article')).innerText.slice(0, 500)]
"""

_SHOW = """
document.getElementById(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })
await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
"""

_MIDDLE = """
const [target] = arguments
const frame = () => new Promise((done) => requestAnimationFrame(done))
const middle = () => {
  const { left, top, width, height } = target.getClientRects()[0]
  return [left + width / 2, top + height / 2]
}
let there, before
for (let patience = 60; patience; patience--) {
  // What comes into view is laid out a frame later, and then may move.
  if (middle()[1] < innerHeight * 0.3 || middle()[1] > innerHeight * 0.8) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' })
  }
  await frame()
  there = document.elementFromPoint(...middle())
  // An option's field may lie over its words; what has become another button settles first.
  if (!target.closest('.yx-settling') && (target.closest('label') || target).contains(there) && `${before}` === `${middle()}`) return middle()
  before = middle()
}
throw new Error(`covered by ${there && there.outerHTML.slice(0, 200)}`)
"""

_BUTTON = """[...document.querySelectorAll('.md-content button, .md-content a')]
  .find((each) => each.textContent.trim().startsWith(arguments[0]) && each.getClientRects().length)"""

_TARGET = """((id, act, text, side) => {
  const question = document.getElementById(id)
  const sides = question.querySelectorAll('.yx-side')
  const within = act === 'choose' && sides.length ? sides[side] : question
  const tags = { choose: '.yx-option > span', press: 'button', unfold: 'summary' }
  // In practice the bar below the question does what its own buttons do on a page.
  const bar = act === 'press' ? document.querySelectorAll('.yx-run > .yx-foot button') : []
  return [...within.querySelectorAll(tags[act]), ...bar]
    .find((each) => each.textContent.trim() === text && each.getClientRects().length)
})(...arguments)"""

_RECORDS = """
const { log } = window.yanxi
for (const start = performance.now(); ; await new Promise((next) => setTimeout(next, 10))) {
  const found = await log.records()
  if (found.length >= arguments[0] || performance.now() - start > 8000) return found
}
"""
