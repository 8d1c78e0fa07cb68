/** What has just appeared comes into sight, however much of the screen is under bars. */

/** Between it and the bar, px. */
const AIR = 8

/**
 * Scrolls as little as it takes to have both on the screen, and not at all where they are; where there is no room for both,
 * the first.
 *
 * @param {Element} first - from its top
 * @param {Element} last - to the end of its first line
 */
export function bringIntoSight(first, last) {
  const { top, left } = first.getBoundingClientRect()
  const bottom = last.getBoundingClientRect().top + parseFloat(getComputedStyle(last).lineHeight) + AIR
  const x = Math.max(0, left) + 8
  const by = Math.min(top - edge(x, 0, 1), Math.max(0, bottom - edge(x, innerHeight, -1)))
  if (by) {
    scrollBy({ top: by, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }
}

/**
 * Where what stays on the screen while the page scrolls, such as header and bars, leaves off: it is looked for on the screen,
 * so that nothing need be told when one is added, wraps or goes.
 *
 * @param {number} x
 * @param {number} y - where to begin
 * @param {1 | -1} step - downwards or upwards
 */
function edge(x, y, step) {
  for (;;) {
    let bar = document.elementFromPoint(x, step > 0 ? y : y - 1)
    while (bar && !/fixed|sticky/.test(getComputedStyle(bar).position)) {
      bar = bar.parentElement
    }
    if (!bar) {
      return y
    }
    const { top, bottom } = bar.getBoundingClientRect()
    // What sticks out of its bar is passed by small steps.
    y = step > 0 ? Math.max(y + 1, bottom) : Math.min(y - 1, top)
  }
}
