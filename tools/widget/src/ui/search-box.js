/**
 * The box that search is asked in. It is there at once, since phones show their keyboard only for a field that the tap itself
 * puts the focus in; what searches comes after, the first time, and fills it.
 */

import { READER } from '../store/site.js'
import { Cover, isOver } from './cover.js'
import { make } from './dom.js'
import { searchText } from './text.js'

/** Fired at the box when one more of its files is there. */
export const BROUGHT = 'yx-brought'

const PARAMETER = 'q'
const NAME = 'search'

/** @type {Cover} */
let cover

/** What is open: a tap on the way in, `/` on a keyboard, and `?q=` in the address. */
export function offerSearch() {
  const opener = findOpener()
  if (!opener) {
    return
  }
  cover = new Cover(NAME, isOpen, (open) => (open ? openSearch(opener) : hideSearch()))
  opener.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      openSearch(opener)
    }
  })
  document.addEventListener('keydown', (event) => {
    const writes = event.target instanceof Element && event.target.closest('input, textarea, select')
    if (event.key === '/' && !writes && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing) {
      event.preventDefault()
      openSearch(opener)
    }
  })
  const asked = new URLSearchParams(location.search).get(PARAMETER)
  const { reader } = history.state || {}
  if (reader !== undefined && reader !== READER) {
    // The way back leads to what another reader has asked.
    addressQuery('')
  } else if (asked !== null) {
    openSearch(opener, asked)
  } else if (isOver(NAME)) {
    openSearch(opener)
  }
}

/**
 * @param {HTMLElement} opener
 * @param {string} [query]
 */
function openSearch(opener, query) {
  let box = findBox()
  if (!box) {
    box = makeBox()
    document.body.append(box)
    bringFiles(box, /** @type {string} */ (opener.dataset.files).split(' '))
  }
  for (const other of document.body.children) {
    other.toggleAttribute('inert', other !== box)
  }
  box.hidden = false
  // An address that asks has no page below it to go back to.
  if (query === undefined) {
    cover.opened()
  }
  const field = fieldOf(box)
  if (query !== undefined) {
    field.value = query
  }
  field.focus()
  field.select()
}

function closeSearch() {
  hideSearch()
  if (!cover.closed()) {
    addressQuery('')
  }
}

function hideSearch() {
  const box = findBox()
  const opener = findOpener()
  for (const other of document.body.children) {
    other.removeAttribute('inert')
  }
  if (box) {
    box.hidden = true
    if (box.dataset.failed) {
      box.remove()
    }
  }
  if (opener) {
    // Where the header scrolls with the page, the page stays.
    opener.focus({ preventScroll: true })
  }
}

/**
 * Leads to a place of this same page. What was asked makes room for it in the history.
 *
 * @param {string} hash - the one that the page has already or another; empty for the page's beginning
 */
export function leaveSearchFor(hash) {
  const target = document.getElementById(hash.slice(1))
  const takesItsEntry = isOver(NAME)
  hideSearch()
  addressQuery('', { over: undefined })
  if (target) {
    if (takesItsEntry) {
      location.replace(hash)
    } else {
      location.hash = hash
    }
    target.scrollIntoView()
  } else {
    scrollTo(0, 0)
  }
}

/**
 * Says in the page's address what is asked, so that the way back and a link lead here again.
 *
 * @param {string} query - nothing where nothing is asked
 * @param {object} [more] - of the entry's state
 */
export function addressQuery(query, more) {
  const state = Object.assign({}, history.state, { reader: READER }, more)
  const address = new URL(location.href)
  address.searchParams.delete(PARAMETER)
  if (query) {
    address.searchParams.set(PARAMETER, query)
  }
  try {
    history.replaceState(state, '', address.href)
  } catch (_) {
    // Files, and what has been changed too often, may not be renamed.
  }
}

/** @param {HTMLElement} box */
export function fieldOf(box) {
  return /** @type {HTMLInputElement} */ (box.querySelector('input'))
}

/** @returns {HTMLElement | null} */
function findBox() {
  return document.querySelector('yx-search')
}

function isOpen() {
  const box = findBox()
  return !!box && !box.hidden
}

/** @returns {HTMLElement | null} */
function findOpener() {
  return document.querySelector('[data-yx-search]')
}

function makeBox() {
  const box = document.createElement('yx-search')
  const form = make('form', 'yx-ask')
  const field = make('input', '')
  const close = make('button', 'yx-quiet', searchText.close)
  set(box, { role: 'dialog', 'aria-modal': 'true', 'aria-label': searchText.name })
  set(form, { role: 'search' })
  set(field, {
    type: 'search',
    'aria-label': searchText.name,
    placeholder: searchText.placeholder,
    enterkeyhint: 'search',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false'
  })
  close.type = 'button'
  close.onclick = closeSearch
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault()
      closeSearch()
    }
    // Neither the theme's keys nor those of questions work here.
    event.stopPropagation()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.append(field, close)
  box.append(form)
  return box
}

/**
 * @param {Element} element
 * @param {Record<string, string>} attributes
 */
function set(element, attributes) {
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]))
}

/**
 * @param {HTMLElement} box
 * @param {string[]} addresses - a style sheet, and scripts, which run in this order
 */
function bringFiles(box, addresses) {
  for (const address of addresses) {
    if (/\.css(\?|$)/.test(address)) {
      const sheet = make('link', '')
      sheet.rel = 'stylesheet'
      sheet.href = address
      document.head.append(sheet)
    } else {
      const script = make('script', '')
      script.async = false
      script.src = address
      script.onload = () => box.dispatchEvent(new Event(BROUGHT))
      script.onerror = () => {
        if (!box.dataset.failed) {
          box.dataset.failed = 'true'
          box.append(make('p', 'yx-notice', searchText.failed))
        }
      }
      document.head.append(script)
    }
  }
}
