import { progressOf } from '../core/progress.js'
import { Cover, isOver } from '../ui/cover.js'
import { afterPaint, make } from '../ui/dom.js'
import { whenIdle } from '../ui/page-ready.js'
import { pageText } from '../ui/text.js'
import { read } from './reading.js'

const NAME = 'drawer'

/** Opens the drawer by keys and shuts it by the way back too, and marks in the navigation how much of each page has been done: when the drawer is opened, and beside a wide page. */
export function offerMarks() {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById('__drawer'))
  const navigation = /** @type {HTMLElement | null} */ (document.querySelector('.yx-nav'))
  if (drawer && navigation) {
    offerKeys(drawer, navigation)
    offerWayBack(drawer, navigation)
  }
  if (drawer && navigation && navigation.dataset.document) {
    const mark = () => showMarks(navigation, navigation.dataset.document || '')
    drawer.addEventListener('change', () => drawer.checked && mark())
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
 * The phone's back key shuts the drawer, and from a page that it led to goes back to this one, the drawer shut.
 *
 * @param {HTMLInputElement} drawer
 * @param {HTMLElement} navigation
 */
function offerWayBack(drawer, navigation) {
  const cover = new Cover(
    NAME,
    () => drawer.checked,
    (open) => {
      drawer.checked = open
      drawer.dispatchEvent(new Event('change'))
    }
  )
  drawer.addEventListener('change', () => (drawer.checked ? cover.opened() : cover.closed()))
  navigation.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return
    }
    const isHere = link.hash && link.pathname === location.pathname
    if (isOver(NAME)) {
      event.preventDefault()
      if (isHere) {
        location.replace(link.hash)
      } else {
        cover.closed(() => location.assign(link.href))
      }
    }
    if (isHere) {
      // What lies behind the drawer on this very page is to be seen.
      drawer.checked = false
    }
  })
  if (drawer.checked || isOver(NAME)) {
    cover.turn(true)
  }
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
