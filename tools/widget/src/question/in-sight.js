/** What has just appeared comes into sight, however much of the screen is under bars. */

/** What of a page, and what around a question, may stay at an edge of the screen; whether it does, its style says. */
const PAGE_BARS = ['.md-header', '.yx-bar']
const BARS = '.yx-head, .yx-foot, .yx-go, .yx-tools'

/** Between what appears and a bar, px. */
const AIR = 8

/**
 * Scrolls as little as it takes to have both on the screen, and not at all where they are; where there is no room for both,
 * the first.
 *
 * @param {Element} first - from its top
 * @param {Element} last - to the end of its first line
 */
export function bringIntoSight(first, last) {
  const { top } = first.getBoundingClientRect()
  const bottom = last.getBoundingClientRect().top + parseFloat(getComputedStyle(last).lineHeight) + AIR
  const [from, to] = freeScreen(first)
  const by = Math.min(top - from, Math.max(0, bottom - to))
  if (by) {
    scrollBy({ top: by, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }
}

/**
 * @param {Element} part - of a question
 * @returns {[number, number]} where the bars at the top end, and those at the bottom begin, one beside the other
 */
function freeScreen(part) {
  let from = 0
  let to = innerHeight
  // Not looked for in all of the page: with a thousand questions that would be felt.
  const around = part.closest('.yx-study') || part.closest('yx-question')
  const bars = PAGE_BARS.map((bar) => /** @type {Element | null} */ (document.querySelector(bar)))
  const boxes = bars
    .concat(around ? Array.from(around.querySelectorAll(BARS)) : [])
    .filter((bar) => bar && /fixed|sticky/.test(getComputedStyle(bar).position))
    .map((bar) => /** @type {Element} */ (bar).getBoundingClientRect())
  // Each may lie on any other, so it takes as many rounds as there are.
  boxes.forEach(() =>
    boxes.forEach(({ top, bottom }) => {
      from = top <= from + 1 ? Math.max(from, bottom) : from
      to = bottom >= to - 1 ? Math.min(to, top) : to
    })
  )
  return [from, to]
}
