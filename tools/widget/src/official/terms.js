/**
 * Terms in the official text: what one means is shown below it, from its entry on the same page. The text stays as it is, so
 * what explains it stands outside.
 */

import { make, makeButton } from '../ui/dom.js'
import { pageText } from '../ui/text.js'
import { actionsOf } from './clauses.js'

/**
 * @typedef {object} Explained
 * @property {HTMLElement} term
 * @property {HTMLElement} place - what holds the panel
 * @property {HTMLElement} panel
 * @property {ResizeObserver} follower
 */

/** @type {Explained | undefined} */
let open

export function offerTerms() {
  for (const term of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.clause > [data-term]'))) {
    if (entryOf(term)) {
      // What leads elsewhere cannot be selected by a finger that is held on it.
      term.dataset.href = term.href
      term.removeAttribute('href')
      term.tabIndex = 0
      term.setAttribute('role', 'button')
      term.setAttribute('aria-expanded', 'false')
    }
  }
  document.addEventListener('click', ({ target }) => target instanceof Element && tap(target))
  document.addEventListener('keydown', press)
}

/** Takes the explanation away, and gives the focus back to its term where the reader has not moved on. */
export function closeTerm() {
  if (open) {
    const { term, place, panel, follower } = open
    const here = document.activeElement
    open = undefined
    follower.disconnect()
    term.setAttribute('aria-expanded', 'false')
    if (!here || here === document.body || panel.contains(here)) {
      term.focus({ preventScroll: true })
    }
    place.remove()
  }
}

/** @param {HTMLElement} term */
function entryOf(term) {
  const entry = document.getElementById(term.dataset.term || '')
  return entry && entry.matches('.yx-glossary > div') ? entry : null
}

/** @param {Element} target */
function tap(target) {
  const term = /** @type {HTMLElement | null} */ (target.closest('[data-term][role]'))
  const again = open && open.term === term
  // Selecting words of the term ends on it too. What is selected costs a layout to ask: not at every tap.
  const selects = term && /\S/.test(`${getSelection()}`)
  if (open && !open.panel.contains(target)) {
    closeTerm()
  }
  if (term && !again && !selects) {
    explain(term)
  }
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key, target, shiftKey } = event
  if (open && key === 'Escape') {
    closeTerm()
  } else if (open && key === 'Tab' && open.panel.contains(/** @type {Node} */ (target))) {
    const stops = Array.from(open.panel.querySelectorAll('a, button'))
    if (shiftKey ? target === open.panel || target === stops[0] : target === stops[stops.length - 1]) {
      // From the term the browser goes on by itself; backwards the term is where one wants to be.
      closeTerm()
      if (shiftKey) {
        event.preventDefault()
      }
    }
  } else if ((key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.matches('[data-term][role]')) {
    event.preventDefault()
    tap(target)
  }
}

/** @param {HTMLElement} term */
function explain(term) {
  const entry = entryOf(term)
  const official = term.closest('.yx-official')
  const below = official && actionsOf(official)
  if (!entry || !official || !below) {
    return
  }
  // It takes no room: nothing below moves.
  const place = make('div', 'yx-explains')
  const panel = make('div', 'yx-term-note')
  const name = make('b', '')
  const close = makeButton('closeTerm', pageText.close)
  const more = make('a', 'yx-quiet', pageText.glossary)
  name.id = 'yx-term-note'
  name.append(...copies(entry, 'dt'))
  more.href = term.dataset.href || ''
  // In sight however long it is.
  panel.append(close, name, ...copies(entry, 'dd'), more)
  panel.tabIndex = -1
  panel.setAttribute('role', 'dialog')
  panel.setAttribute('aria-labelledby', name.id)
  place.append(panel)
  below.after(place)

  const settle = () => {
    const lines = term.getClientRects()
    place.style.setProperty('--yx-from', `${lines[lines.length - 1].bottom - place.getBoundingClientRect().top}px`)
  }
  const follower = new ResizeObserver(settle)
  follower.observe(official)
  settle()
  open = { term, place, panel, follower }
  term.setAttribute('aria-expanded', 'true')
  panel.focus({ preventScroll: true })
  panel.scrollIntoView({ block: 'nearest' })
}

/**
 * @param {Element} entry
 * @param {string} name
 */
function copies(entry, name) {
  const part = entry.querySelector(name)
  return part ? Array.from(part.childNodes, (node) => node.cloneNode(true)) : []
}
