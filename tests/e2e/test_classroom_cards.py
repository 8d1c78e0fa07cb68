"""Votes by cards, also from a folder without a server: those that one page shows are read on another. And what phones show at the end."""

import base64
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item
from tests.e2e.student import go_on, item_of, press
from tests.e2e.test_accessibility import axe

# Two questions of one kind that a room does together; the four letters tell the bank that it was made from.
SET = "plan//single/2.0/k7m2///aaaa"

# Every card of the page drawn into one picture, its letter at the top and a little crooked.
ROOM = """async (cards) => {
  const canvas = document.createElement('canvas')
  canvas.width = 1920
  canvas.height = 1080
  const room = canvas.getContext('2d')
  room.fillStyle = '#555'
  room.fillRect(0, 0, 1920, 1080)
  for (const [at, card] of cards.entries()) {
    const image = new Image()
    image.src = 'data:image/svg+xml,' + encodeURIComponent(card)
    await image.decode()
    room.save()
    room.translate(120 + (at % 8) * 240, 108 + Math.floor(at / 8) * 216)
    room.rotate(((-at % 4) * 90 + ((at * 7) % 41) - 20) * Math.PI / 180)
    room.drawImage(image, -70, -70, 140, 140)
    room.restore()
  }
  window.room = room.getImageData(0, 0, 1920, 1080)
  return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]
}"""


def test_cards_are_read_and_nothing_is_told_before_it_is_revealed(tab: Page, stick: str, tmp_path: Path) -> None:
    tab.goto(f"{stick}/study/classroom/cards.html")
    cards = tab.locator("svg[data-card]").evaluate_all("cards => cards.map((card) => card.outerHTML)")
    tab.goto(f"{stick}/study/classroom.html")
    photograph = tmp_path / "room.jpg"
    photograph.write_bytes(base64.b64decode(tab.evaluate(ROOM, cards)))
    letters = [{"number": at + 1, "letter": "ABCD"[at % 4]} for at in range(40)]
    assert tab.evaluate("() => yanxi.readCards(room)") == letters

    # What the counter of hands asks for.
    tab.evaluate(
        "() => { const place = document.createElement('div'); document.querySelector('.md-content__inner').append(place);"
        "yanxi.readVotes({ place, letters: 'ABC', setCounts: (counts) => { window.counts = counts } }) }"
    )
    panel = tab.locator("yx-card-vote")
    panel.locator("input[type=file]").set_input_files(photograph)
    expect(panel.get_by_text("读到 40 张", exact=True)).to_be_visible()
    expect(panel.locator(".yx-cards-seen")).to_have_count(40)
    assert tab.evaluate("window.counts") is None
    panel.get_by_role("button", name="数好了，看票数").tap()
    assert tab.evaluate("window.counts") == {"A": 10, "B": 10, "C": 10}
    expect(panel).to_contain_text("A 10 张")


def test_a_phone_does_the_same_set_without_a_network_and_shows_how_it_went(
    tab: Page, address: str, questions: list[Item], tmp_path: Path
) -> None:
    tab.goto(f"{address}/study/practice/?room={SET}")
    item_of(tab, questions)
    tab.wait_for_load_state("networkidle")
    tab.context.set_offline(True)
    go_on(tab, "跳过")
    reader.answer(tab, item_of(tab, questions))
    press(tab, "完成")
    expect(tab.locator(".yx-qr-code")).to_have_count(0)
    reader.tap(tab.get_by_text("给支部看这次的成绩"))
    photograph = tmp_path / "phone.png"
    expect(tab.locator(".yx-qr-code")).to_be_in_viewport(ratio=1)
    assert not axe(tab)
    tab.screenshot(path=photograph)
    tab.context.set_offline(False)

    tab.goto(f"{address}/study/classroom/")
    tab.evaluate(
        "(code) => { const panel = document.createElement('yx-phone-results');"
        "panel.collection = { code, count: 2, add: (phone, signs) => (window.signs = signs) };"
        "const place = document.createElement('div'); document.querySelector('.md-content__inner').append(panel, place);"
        "yanxi.readVotes({ place, letters: 'AB', setCounts() {} }) }",
        SET,
    )
    panel = tab.locator("yx-phone-results")
    panel.locator("input[type=file]").set_input_files(photograph)
    expect(panel.get_by_text("收到一部。")).to_be_visible()
    assert tab.evaluate("window.signs") == "-1"
    assert not axe(tab)
