"""A link to the official text lights what it leads to: a clause, or exactly the words quoted, on the same page and on another."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.documents import TITLE, document
from tests.e2e import reader, student
from tests.e2e.reader import Item

LIT = """clause => {
  const { top, bottom } = clause.getBoundingClientRect()
  const style = getComputedStyle(clause)
  const number = getComputedStyle(clause.querySelector('.yx-no'))
  return {
    ground: style.backgroundColor !== 'rgba(0, 0, 0, 0)',
    number: number.opacity === '1',
    inView: top >= document.querySelector('.md-header').getBoundingClientRect().bottom && top < innerHeight
  }
}"""
LAST_WORDS = "e => { const { left, bottom } = [...e.getClientRects()].pop(); return [left + 20, bottom - 8] }"
YES = {"ground": True, "number": True, "inView": True}


@pytest.mark.parametrize("item", ["single", "recall"], indirect=True)
def test_the_source_of_an_answer_leads_to_its_clause(tab: Page, question: Locator, item: Item) -> None:
    _follow(tab, item)


def test_a_source_on_another_page_leads_there(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["quotes"] and each["quotes"][0]["at"] != each["provision"])
    tab.goto(f"{address}/{item['url']}")
    _follow(tab, item)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_button_leads_back_to_the_question(tab: Page, address: str, questions: list[Item], elsewhere: bool) -> None:
    item = next(
        each for each in questions if each["quotes"] and (each["quotes"][0]["at"] != each["provision"]) == elsewhere
    )
    tab.goto(f"{address}/{item['url'].split('#')[0]}")
    _follow(tab, item)
    back = tab.get_by_role("button", name="回到题目")
    expect(back).to_be_in_viewport(ratio=1)
    reader.tap_here(back)
    # A page that was not kept is clean, and shows the question's beginning.
    part = ".yx-stem" if elsewhere else ".yx-source"
    expect(reader.find(tab, item).locator(part).first).to_be_in_viewport()
    expect(tab.locator(".yx-quote, .yx-back")).to_have_count(0)
    if not elsewhere:
        expect(reader.find(tab, item)).to_have_attribute("data-result", "right")
    tab.go_forward()
    assert _lit(tab) == item["quotes"][0]["text"]


def test_after_a_reload_the_words_are_lit_again(tab: Page, address: str, one_page: list[Item]) -> None:
    item = next(each for each in one_page if each["quotes"][0]["at"] == each["provision"])
    tab.goto(f"{address}/{item['url']}")
    _follow(tab, item)
    tab.reload()
    expect(tab.locator(".yx-quote").first).to_be_in_viewport()
    assert _lit(tab) == item["quotes"][0]["text"]


def test_every_quotation_of_a_page_is_lit_to_the_character(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.by_script(tab, one_page)
    official = tab.locator(".yx-official").first
    html, words = official.inner_html(), official.evaluate("e => e.textContent")
    links = tab.locator(".yx-source a[href^='#']")
    for at in range(links.count()):
        links.nth(at).evaluate("link => link.click()")
        expect(tab.locator(".yx-quote")).not_to_have_count(0)
        assert _lit(tab) == links.nth(at).text_content()
        assert official.evaluate("e => e.textContent") == words
    tab.evaluate("location.hash = ''")
    expect(tab.locator(".yx-quote")).to_have_count(0)
    assert official.inner_html() == html


def test_words_that_a_stranger_put_away_light_nothing(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/#c1")
    for words in ["<img src=x onerror=alert(1)>", "", 5, None]:
        tab.evaluate(
            "words => sessionStorage.setItem('yanxi / quotation', JSON.stringify({ href: location.href, words }))",
            words,
        )
        tab.evaluate("history.replaceState({ quotation: 1 }, '')")
        tab.reload()
        expect(tab.locator(".clause:target")).to_be_in_viewport()
        expect(tab.locator(".yx-quote, .yx-back, img[src=x]")).to_have_count(0)


@pytest.mark.parametrize("path", ["plan/a1/m3/#K22", "plan/a1/m3/#K24"])
def test_what_a_fold_hides_is_opened_and_lit_as_often_as_it_is_asked_for(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    tab.evaluate(
        "href => { document.querySelector('h1').innerHTML = `<a href='#${href}'>术语</a>` }", path.split("#")[1]
    )
    term = tab.locator(f"[id='{path.split('#')[1]}']")
    for _ in range(3):
        expect(term).not_to_be_in_viewport()
        reader.tap(tab.locator("h1 a"))
        expect(term).to_be_in_viewport()
        assert term.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
        tab.locator(".yx-terms > summary").evaluate("summary => summary.click()")
    tab.goto(f"{address}/plan/a1/m4/")
    tab.goto(f"{address}/{path}")
    expect(term).to_be_in_viewport()


def _lit(tab: Page) -> str:
    """The words that are lit; no clause is."""
    expect(tab.locator(".yx-quote").first).to_be_in_viewport()
    assert not any(each["ground"] for each in tab.locator(".clause").evaluate_all(f"all => all.map({LIT})"))
    return "".join(tab.locator(".yx-quote").all_inner_texts())


def _follow(tab: Page, item: Item) -> None:
    question = reader.answer(tab, item)
    quote = item["quotes"][0]
    reader.tap(question.locator(".yx-source a").first)
    clause = tab.locator(f"[data-provision='{quote['at']}'] [id='{quote['clauses'][0]}']")
    expect(clause.locator(".yx-quote").first).to_be_in_viewport()
    assert clause.evaluate("e => e.matches(':target')")
    assert _lit(tab) == quote["text"]


def test_a_duty_leads_to_the_words_it_rests_on(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    link = tab.locator(".yx-duties a").last
    reader.tap(link)
    assert _lit(tab) == link.get_attribute("data-quote")
    expect(tab.locator(".yx-back")).to_have_count(0)


def test_points_lead_to_their_clauses(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    link = tab.locator(".yx-points a").last
    clause = tab.locator(f".clause[id='{link.get_attribute('href').removeprefix('#')}']")
    assert not clause.evaluate(LIT)["number"]
    reader.tap(link)
    expect(clause).to_be_in_viewport()
    assert clause.evaluate(LIT) == YES


def test_a_touched_clause_lights_up_until_it_or_another_is_touched(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    first, second = tab.locator(".clause").all()[:2]
    top = tab.locator("h2").first.evaluate("e => e.getBoundingClientRect().top")
    # What is lit shows its number, which is a link and would draw a finger that comes down on the first words.
    last_words = lambda clause: tab.touchscreen.tap(*clause.evaluate(LAST_WORDS))  # noqa: E731
    for touch, touched, lit in [(reader.tap, first, [first]), (reader.tap, second, [second]), (last_words, second, [])]:
        touch(touched)
        expect(tab.locator(".yx-lit")).to_have_count(len(lit))
        for clause in lit:
            assert clause.evaluate(LIT) == YES
    # Nothing moved for it.
    assert tab.locator("h2").first.evaluate("e => e.getBoundingClientRect().top") == top


def test_the_number_shown_is_the_number_of_the_clause(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/#c3")
    counter = tab.locator(".clause:target").evaluate(
        """clause => [...clause.closest('.yx-official').querySelectorAll('.clause')].indexOf(clause) + 1"""
    )
    assert counter == 3
    expect(tab.locator(".clause:target > .yx-no")).to_have_accessible_name("第3句")


COPIES = "navigator.clipboard.writeText = async (text) => { window.copied = text }"


@pytest.mark.parametrize("path", ["plan/a1/m3/#c4", "plan/full/#a1-m3-c4"])
def test_the_number_copies_citation_and_link_and_the_reader_stays(tab: Page, address: str, path: str) -> None:
    tab.add_init_script(COPIES)
    tab.goto(f"{address}/{path}")
    clause = tab.locator(".clause:target")
    top = clause.evaluate("e => e.getBoundingClientRect().top")
    number = clause.get_by_role("link", name="第4句")
    number.click(position={"x": 4, "y": 4})
    expect(number).to_have_class(re.compile("yx-copied"))
    words, where = tab.evaluate("window.copied").split("\n")
    assert words == f"《{TITLE}》二（一）三是第4句：“{clause.text_content()}”"
    assert where == f"{address}/{path}"
    assert clause.evaluate("e => e.getBoundingClientRect().top") == top
    expect(number).not_to_have_class(re.compile("yx-copied"))


def test_where_a_page_may_not_copy_the_words_are_shown(tab: Page, address: str) -> None:
    tab.add_init_script("navigator.clipboard.writeText = async () => { throw new Error() }")
    tab.goto(f"{address}/plan/a1/m3/#c4")
    tab.get_by_role("link", name="第4句").click(position={"x": 4, "y": 4})
    expect(tab.get_by_label("要复制的文字")).to_be_in_viewport()
    expect(tab.get_by_label("要复制的文字")).to_have_value(re.compile("^《.*》二（一）三是第4句：“"))


def test_every_number_is_reached_by_keys_and_shown_then(tab: Page, address: str) -> None:
    tab.add_init_script(COPIES)
    tab.goto(f"{address}/plan/a1/m3/")
    number = tab.get_by_role("link", name="第2句", exact=True)
    tab.get_by_role("link", name="第1句", exact=True).focus()
    tab.keyboard.press("Tab")
    expect(number).to_be_focused()
    expect(number).to_have_css("opacity", "1")
    tab.keyboard.press("Enter")
    expect(number).to_have_class(re.compile("yx-copied"))


def test_without_javascript_a_number_is_a_link_to_its_clause(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/plan/a1/m3/")
    for number in ("2", "4"):
        page.get_by_role("link", name=f"第{number}句", exact=True).click(position={"x": 4, "y": 4})
        expect(page).to_have_url(f"{address}/plan/a1/m3/#c{number}")
        expect(page.locator(".clause:target")).to_have_id(f"c{number}")


def test_what_is_copied_from_the_official_text_is_the_text(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/#c2")
    copied = tab.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.yx-official')), getSelection().toString()"
    )
    assert copied.strip() == document().by_id["a1-m3"].text.strip()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_provision_named_in_an_explanation_is_lit_and_there_is_a_way_back(
    tab: Page, address: str, questions: list[Item], elsewhere: bool
) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    reader.by_script(tab, student.in_scope(questions, "a1-m3"))
    link = tab.locator(f".yx-explain > a:{'not' if elsewhere else 'is'}([href^='#'])").first
    name = link.inner_text()
    question = link.evaluate("link => link.closest('yx-question').id")
    reader.tap(link)
    expect(tab.locator(".yx-kicker")).to_contain_text(name)
    assert tab.locator(".clause:target").evaluate(LIT) == YES
    back = tab.get_by_role("button", name="回到题目")
    reader.tap(back)
    expect(tab.locator(f"[id='{question}']")).to_be_in_viewport()
    expect(back).to_have_count(0)


def test_it_leads_there_from_practice_too(tab: Page, address: str, questions: list[Item]) -> None:
    """The same HTML stands at another address, and that of an exam's result is as deep."""
    item = next(each for each in questions if "三·一是" in each["explain"] and each["kind"] == "single")
    tab.goto(f"{address}/study/mistakes/")
    tab.evaluate(
        "name => localStorage['yanxi / session.practice plan'] = JSON.stringify({ questions: [name], position: 0 })",
        item["id"],
    )
    tab.goto(f"{address}/study/practice/#run")
    student.present(tab).wait_for()
    reader.answer(tab, item)
    reader.tap(student.present(tab).locator(".yx-explain > a", has_text="三·一是").first)
    expect(tab).to_have_url(re.compile("/plan/g/m1/#c[0-9]+$"))
    expect(tab.locator(".clause:target")).to_be_in_viewport()
    tab.go_back()
    expect(student.present(tab)).to_have_attribute("id", item["id"])
