import { progressOf } from '../core/progress.js'
import { make } from '../ui/dom.js'
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
  const label = /** @type {HTMLElement | null} */ (document.querySelector('label.md-header__button[for=__drawer]'))
  if (!label) {
    return
  }
  const tell = () => label.setAttribute('aria-expanded', `${drawer.checked}`)
  const turn = (/** @type {boolean} */ open) => {
    drawer.checked = open
    drawer.dispatchEvent(new Event('change'))
    const target = open ? /** @type {HTMLElement | null} */ (navigation.querySelector('a[href]')) : label
    // Shut, it is not there for the focus; it is when its style has changed.
    requestAnimationFrame(() => target?.focus())
  }
  label.setAttribute('role', 'button')
  label.tabIndex = 0
  tell()
  drawer.addEventListener('change', tell)
  label.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      turn(!drawer.checked)
    }
  })
  navigation.addEventListener('keydown', ({ key }) => key === 'Escape' && drawer.checked && turn(false))
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
