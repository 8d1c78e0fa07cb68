"""设置：在这台设备上、对每一页、马上生效。"""

import pytest
from playwright.sync_api import Page, expect

from tests.documents import TITLE
from tests.e2e import reader, student
from tests.e2e.reader import Item

# A voice that takes its time; `window.voice` says what becomes of a sentence: it is read, held, dropped without a word, or fails.
FAKE_VOICE = """
  window.said = []
  window.voice = window.voice || 'reads'
  window.cancelled = 0
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
  const voice = {
    cancel() { window.cancelled++ },
    getVoices() { return window.voices || [] },
    speak(utterance) {
      said.push(utterance)
      if (window.voice === 'fails') setTimeout(() => utterance.onerror({ error: 'synthesis-failed' }))
      if (window.voice === 'reads' || window.voice === 'holds') setTimeout(() => utterance.onstart())
      if (window.voice === 'reads') setTimeout(() => utterance.onend(), 20)
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true })
"""
# More than a voice is given to begin, in milliseconds.
LONG = 10_000
HOLDING = "window.voice = 'holds'\n" + FAKE_VOICE
SAID = "said.map(({ text }) => text).join('')"


def choose(page: Page, address: str, name: str) -> None:
    """Changes one of the settings."""
    page.goto(f"{address}/study/me/#设置")
    reader.tap(page.locator("yx-settings .yx-chip, yx-settings .yx-switch", has_text=name).first)
    expect(page.locator("yx-settings .yx-said")).to_have_text("已保存。")


def size(page: Page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)")


@pytest.mark.parametrize(("name", "pixels"), [("较大", 24), ("最大", 30)])
def test_text_is_as_large_as_chosen_on_every_page(tab: Page, address: str, name: str, pixels: int) -> None:
    choose(tab, address, name)
    for path in ("study/me/", "glossary/", "study/exam/"):
        tab.goto(f"{address}/{path}")
        assert size(tab) == pytest.approx(pixels, abs=0.1)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_readers_own_size_is_kept(page: Page, address: str) -> None:
    """A browser set to 32 px has twice 21 px."""
    page.goto(f"{address}/study/me/")
    student.set_settings(page, textSize=21)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.reload()
    assert size(page) == pytest.approx(42, abs=0.2)


def test_it_is_so_before_anything_is_painted(page: Page, address: str) -> None:
    page.goto(f"{address}/study/me/")
    student.set_settings(page, textSize=30, large=True)
    page.add_init_script(
        """
        new MutationObserver((_, observer) => {
          if (document.body) {
            const { classList, style } = document.documentElement
            window.first = [classList.contains('yx-large'), Number(style.getPropertyValue('--yx-scale')).toFixed(2)]
            observer.disconnect()
          }
        }).observe(document, { childList: true, subtree: true })
        """
    )
    page.goto(f"{address}/plan/a1/m3/")
    assert page.evaluate("window.first") == [True, "1.67"]


def test_large_targets_are_60_px(tab: Page, address: str, one_page: list[Item]) -> None:
    choose(tab, address, "大按钮")
    tab.goto(f"{address}/{one_page[0]['url'].split('#')[0]}")
    small = "all => all.filter((each) => each.getBoundingClientRect().height < 60).map((each) => each.outerHTML)"
    for selector in (".yx-option", ".yx-acts > *:not(output)", ".yx-bar > a", ".yx-next a"):
        assert tab.locator(selector).locator("visible=true").count()
        assert tab.locator(selector).locator("visible=true").evaluate_all(small) == []


@pytest.mark.parametrize("settings", ['"big"', '{"textSize":900,"large":"yes","reviewLimit":-1}', "{", "null", "[]"])
def test_settings_that_cannot_be_read_are_as_at_first(tab: Page, address: str, settings: str) -> None:
    tab.goto(f"{address}/study/me/")
    tab.evaluate("text => { localStorage['yanxi / settings'] = text }", settings)
    tab.goto(f"{address}/study/exam/")
    tab.goto(f"{address}/study/me/#设置")
    expect(tab.get_by_role("radio", name="标准")).to_be_checked()
    expect(tab.get_by_role("checkbox", name="大按钮")).not_to_be_checked()
    expect(tab.get_by_label("每天复习")).to_have_value("20")
    assert size(tab) == pytest.approx(18, abs=0.1)


def test_a_choice_is_there_after_a_reload(tab: Page, address: str) -> None:
    choose(tab, address, "答对后自动到下一题")
    tab.get_by_label("每天复习").select_option("50")
    tab.reload()
    expect(tab.get_by_role("checkbox", name="答对后自动到下一题")).to_be_checked()
    expect(tab.get_by_label("每天复习")).to_have_value("50")


def test_refused_storage_is_said_and_holds_for_the_page(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(f"{address}/study/me/#设置")
    reader.tap(page.locator("yx-settings .yx-chip", has_text="最大"))
    expect(page.locator("yx-settings .yx-said")).to_contain_text("只在当前页面有效")
    assert size(page) == pytest.approx(30, abs=0.1)


# ---- Reading aloud ----


def test_without_a_voice_nothing_offers_to_read(page: Page, address: str) -> None:
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    page.goto(f"{address}/study/me/#设置")
    expect(page.get_by_role("checkbox", name="大按钮")).to_be_visible()
    expect(page.get_by_role("checkbox", name="朗读")).to_have_count(0)
    page.goto(f"{address}/plan/a1/m3/")
    expect(page.get_by_role("button", name="引用")).to_be_visible()
    expect(page.get_by_role("button", name="听")).to_be_hidden()


def practise(page: Page, address: str, questions: list[Item]) -> Item:
    """Begins to practise, with reading aloud switched on."""
    choose(page, address, "朗读")
    page.goto(f"{address}/study/practice/")
    student.start(page, "a1-m3", ("判断",))
    return student.item_of(page, questions)


def test_question_and_explanation_are_read(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script(FAKE_VOICE)
    item = practise(page, address, questions)
    student.press(page, "听题")
    page.wait_for_function(f"stem => {SAID}.includes(stem)", arg=item["stem"][:12])
    expect(page.get_by_role("button", name="听题")).to_have_attribute("aria-pressed", "false")
    reader.answer(page, item, reader.wrongly)
    student.press(page, "听解析")
    page.wait_for_function(f"explain => {SAID}.includes(explain)", arg=item["explain"][:12])


def test_a_page_reads_its_official_words_and_shows_where_it_is(page: Page, address: str) -> None:
    page.add_init_script(HOLDING)
    page.goto(f"{address}/plan/a1/m3/")
    hear = page.get_by_role("button", name="听", exact=True)
    reader.tap(hear)
    expect(hear).to_have_attribute("aria-pressed", "true")
    official = page.locator(".yx-official")
    expect(official.locator(".yx-lit")).to_have_count(1)
    reader.tap(hear)
    expect(hear).to_have_attribute("aria-pressed", "false")
    expect(official.locator(".yx-lit")).to_have_count(0)


def test_it_reads_everything_a_sentence_at_a_time(page: Page, address: str) -> None:
    page.add_init_script(FAKE_VOICE)
    page.goto(f"{address}/plan/a1/m3/")
    hear = page.get_by_role("button", name="听", exact=True)
    reader.tap(hear)
    words = "".join(page.locator(".yx-official .clause").all_text_contents())
    page.wait_for_function(f"words => {SAID}.trim() === words", arg=words)
    expect(hear).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("said.every(({ lang }) => lang === 'zh-CN')")
    assert page.evaluate("Math.max(...said.map(({ text }) => text.length))") <= 50


LEAVING = {
    "another page": "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))",
    "another app": """
      Object.defineProperty(document, 'hidden', { value: true })
      document.dispatchEvent(new Event('visibilitychange'))
    """,
}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_it_is_silent_when_the_page_is_left(page: Page, address: str, leave: str) -> None:
    page.add_init_script(HOLDING)
    page.goto(f"{address}/plan/a1/m3/")
    hear = page.get_by_role("button", name="听", exact=True)
    reader.tap(hear)
    expect(hear).to_have_attribute("aria-pressed", "true")
    before = page.evaluate("cancelled")
    page.evaluate(leave)
    expect(hear).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("cancelled") > before
    assert page.evaluate("said.length") == 1


def test_it_is_silent_when_the_question_is_left(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script(HOLDING)
    practise(page, address, questions)
    student.press(page, "听题")
    expect(page.get_by_role("button", name="停", exact=True)).to_be_visible()
    before = page.evaluate("cancelled")
    page.evaluate("document.querySelector('.yx-run').remove()")
    page.wait_for_function("before => cancelled > before", arg=before)


BROKEN = {
    "an error": "window.voice = 'fails'",
    "no word": "window.voice = 'drops'",
    "a voice of another language": "window.voices = [{ lang: 'en-US' }]",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_without_a_voice_it_says_so_once_and_is_not_stuck(
    page: Page, address: str, questions: list[Item], broken: str
) -> None:
    page.add_init_script(f"{broken}\n{FAKE_VOICE}")
    page.clock.install()
    page.goto(f"{address}/plan/a1/m3/")
    hear = page.get_by_role("button", name="听", exact=True)
    reader.tap_for_good(hear)
    page.clock.run_for(LONG)
    expect(page.get_by_text("读不出声")).to_have_count(1)
    expect(hear).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("said.length") <= 1
    practise(page, address, questions)
    reader.tap_for_good(page.get_by_role("button", name="听题"))
    page.clock.run_for(LONG)
    expect(page.get_by_text("读不出声")).to_have_count(1)
    expect(page.get_by_role("button", name="听题")).to_have_attribute("aria-pressed", "false")


def test_a_citation_names_clause_plan_and_address(page: Page, address: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.goto(f"{address}/plan/a1/m3/")
    reader.tap(page.locator("#c2"))
    reader.tap(page.get_by_role("button", name="引用"))
    expect(page.locator(".yx-acts output")).to_have_text("已复制。")
    words, where = page.evaluate("window.copied").split("\n")
    assert words.startswith(f"《{TITLE}》二（一）三是第2句：“局党委班子成员") and words.endswith("”")
    assert where == f"{address}/plan/a1/m3/#c2"


def test_dark_is_chosen_here_as_in_the_header(tab: Page, address: str) -> None:
    tab.goto(f"{address}/study/me/#设置")
    switch = tab.locator("yx-settings").get_by_role("checkbox", name="深色")
    for scheme in ("slate", "default"):
        switch.check() if scheme == "slate" else switch.uncheck()
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        tab.reload()
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(switch).to_be_checked(checked=scheme == "slate")
