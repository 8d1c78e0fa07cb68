import { progressOf } from '../core/progress.js'
import { afterPaint, make } from '../ui/dom.js'
import { whenIdle } from '../ui/page-ready.js'
import { pageText } from '../ui/text.js'
import { read } from './reading.js'

/** Opens the drawer by keys too, and marks in the navigation how much of each page has been done: when the drawer is opened, and beside a wide page. */
export function offerMarks() {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById('__drawer'))
  const navigation = /** @type {HTMLElement | null} */ (document.querySelector('.yx-nav'))
  if (drawer && navigation) {
    offerKeys(drawer, navigation)
  }
  if (drawer && navigation && navigation.dataset.document) {
    const mark = () => showMarks(navigation, navigation.dataset.document || '')
    drawer.addEventListener('change', () => drawer.checked && mark())
    navigation.addEventListener('click', ({ target }) => {
      // What lies behind the drawer on this very page is to be seen.
      if (target instanceof HTMLAnchorElement && target.hash) {
        drawer.checked = false
      }
    })
    if (drawer.checked || matchMedia('(min-width: 76.25em)').matches) {
      addEventListener('load', () => whenIdle(() => navigation.getClientRects().length && mark()))
    }
  }
}

/**
 * Lets keys open the drawer and shut it: what opens it is a label, which only a finger or a mouse can press.
 *
 * @param {HTMLInputElement} drawer
 * @param {HTMLElement} navigation
 */
function offerKeys(drawer, navigation) {
  const button = /** @type {HTMLElement | null} */ (document.querySelector('.md-header label[for=__drawer] > span'))
  if (!button) {
    return
  }
  const tell = () => button.setAttribute('aria-expanded', `${drawer.checked}`)
  const turn = (/** @type {boolean} */ open) => {
    drawer.checked = open
    drawer.dispatchEvent(new Event('change'))
    const target = open ? /** @type {HTMLElement | null} */ (navigation.querySelector('a[href]')) : button
    // What is in a drawer that was shut cannot take the focus before it is painted.
    afterPaint(() => target?.focus())
  }
  button.setAttribute('role', 'button')
  button.setAttribute('aria-label', pageText.drawer)
  button.tabIndex = 0
  tell()
  drawer.addEventListener('change', tell)
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      turn(!drawer.checked)
    }
  })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && drawer.checked && turn(false))
}

/**
 * @param {HTMLElement} navigation
 * @param {string} name - of the document
 */
async function showMarks(navigation, name) {
  const { history, index, here, unread } = await read(name)
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (navigation.querySelectorAll('[data-at]'))) {
    const [document, provision] = /** @type {string} */ (link.dataset.at).split('/')
    const known = link.querySelector('.yx-mark')
    known?.remove()
    if (document === name && !unread) {
      const { total, seen } = progressOf(provision, history, index, here)
      if (seen) {
        link.append(make('span', 'yx-mark', pageText.done(seen, total)))
      }
    }
  }
}
