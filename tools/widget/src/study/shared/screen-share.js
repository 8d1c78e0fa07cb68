/**
 * What gives way on a small screen or at large type, the least needed first; see screen-share.css. With how many rem of height
 * the question has room for its stem and its first option: of what else leads elsewhere it needs nothing.
 *
 * @type {[string, number][]}
 */
const FOLDS = [
  ['yx-fold-bar', 16],
  ['yx-fold-head', 0],
  ['yx-fold-foot', 0]
]

const EDGES = '.md-header, .yx-bar, .yx-head, .yx-foot, .yx-go'

/**
 * Keeps half of the screen for the question: where what sticks to the screen's edges would take more, parts of it fold away
 * or scroll with the page, until it takes no more than the other half.
 *
 * @param {HTMLElement} body - with the question and what sticks around it, in the page
 * @returns {() => void} ends it
 */
export function shareScreen(body) {
  const { classList, style } = document.documentElement
  const unfold = () => FOLDS.forEach(([name]) => classList.remove(name))
  const fit = () => {
    unfold()
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    FOLDS.forEach(([name, least]) => innerHeight - stuck() < Math.max(innerHeight / 2, least * rem) && classList.add(name))
    style.setProperty('--yx-covered', `${stuck('bottom')}px`)
  }
  // Larger type makes what sticks larger, and so does a row that wraps.
  const observer = new ResizeObserver(fit)
  body.querySelectorAll('.yx-head, .yx-foot').forEach((edge) => observer.observe(edge))
  addEventListener('resize', fit)
  fit()
  return () => {
    observer.disconnect()
    removeEventListener('resize', fit)
    unfold()
  }
}

/**
 * @param {'top' | 'bottom'} [edge] - to which it sticks
 * @returns {number} how many pixels of the screen's height stay covered while the page is scrolled
 */
function stuck(edge) {
  let height = 0
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(EDGES))) {
    const style = getComputedStyle(element)
    if (/sticky|fixed/.test(style.position) && (edge !== 'bottom' || style.top === 'auto')) {
      height += element.offsetHeight
    }
  }
  return height
}
