"""Votes by cards: those that the page of cards shows are read on the page that projects, also from a folder without a server."""

import base64
from pathlib import Path

from playwright.sync_api import Page, expect

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
