/** @typedef {Pick<Element, 'getBoundingClientRect'>} Anchor - an element, or some words */

/** For how many frames the place is held after the last that moved it: what comes into view is laid out a frame later. */
const FRAMES = 10

const STOPPERS = ['pointerdown', 'click', 'keydown', 'wheel', 'touchstart']

/**
 * Does something that changes how tall everything is, and keeps what the reader looks at where it is.
 *
 * @param {() => void} work
 * @param {Anchor | null} [anchor] - what is to stay; by default the words that are the first in sight
 */
export function keepPlace(work, anchor = firstInSight()) {
  if (!anchor) {
    work()
    return
  }
  const { top } = anchor.getBoundingClientRect()
  let frames = FRAMES
  let [scrolled, at] = [scrollY, top + scrollY]
  const release = () => {
    frames = 0
  }
  const hold = () => {
    const before = scrollY
    const now = anchor.getBoundingClientRect().top
    const by = now - top
    if (Math.abs(by) >= 1 && before !== scrolled && Math.abs(now + before - at) < 1) {
      // Nothing in the page has moved: somebody has scrolled.
      release()
    } else if (frames && Math.abs(by) >= 1) {
      scrollBy({ top: by, behavior: 'instant' })
    }
    // At the end of a page there is no more to scroll.
    frames = frames && (Math.abs(scrollY - before) >= 1 ? FRAMES : frames - 1)
    ;[scrolled, at] = [scrollY, now + before]
    if (frames) {
      requestAnimationFrame(hold)
    } else {
      STOPPERS.forEach((type) => removeEventListener(type, release, true))
    }
  }
  // Who moves on is not held back.
  STOPPERS.forEach((type) => addEventListener(type, release, true))
  work()
  hold()
}

/** @returns {Anchor | null} */
function firstInSight() {
  const article = document.querySelector('article')
  const header = /** @type {HTMLElement | null} */ (document.querySelector('.md-header'))
  if (!article || !header) {
    return null
  }
  const from = header.getBoundingClientRect().bottom
  const x = article.getBoundingClientRect().left + 4
  // What hangs down from the header is not what is read.
  header.style.pointerEvents = 'none'
  let found = null
  for (let y = from + 4; !found && y < innerHeight; y += 16) {
    const there = document.elementFromPoint(x, y)
    // Not the whole article: what is out of sight is not laid out, and asking for it would be slow.
    const part = there && there.closest('yx-question, article > *')
    found = part && firstCharacter(part, from)
  }
  header.style.pointerEvents = ''
  return found
}

/**
 * @param {Element} part
 * @param {number} from - the height on the screen
 * @returns {Range | null} the first character that lies below
 */
function firstCharacter(part, from) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode)
    const parent = /** @type {Element} */ (node.parentElement)
    range.selectNodeContents(node)
    // What is folded away has a place too, and nobody sees it. Older browsers cannot be asked.
    if (range.getBoundingClientRect().bottom > from && (!parent.checkVisibility || parent.checkVisibility())) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { top, width } = range.getBoundingClientRect()
        if (width && top >= from && node.data[at].trim()) {
          return range
        }
      }
    }
  }
  return null
}
