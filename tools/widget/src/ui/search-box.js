/**
 * The box that search is asked in. It is there at once, since phones show their keyboard only for a field that the tap itself
 * puts the focus in; what searches comes after, the first time, and fills it.
 */

import { READER } from '../store/site.js'
import { make } from './dom.js'
import { searchText } from './text.js'

/** Fired at the box when one more of its files is there. */
export const BROUGHT = 'yx-brought'

const PARAMETER = 'q'

/** What is open: a tap on the way in, `/` on a keyboard, and `?q=` in the address. */
export function offerSearch() {
  const opener = findOpener()
  if (!opener) {
    return
  }
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
  }
}

/**
 * @param {HTMLElement} opener
 * @param {string} [query]
 */
function openSearch(opener, query) {
  let box = document.querySelector('yx-search')
  if (!box) {
    box = makeBox()
    document.body.append(box)
    bringFiles(box, /** @type {string} */ (opener.dataset.files).split(' '))
  }
  for (const other of document.body.children) {
    other.toggleAttribute('inert', other !== box)
  }
  box.hidden = false
  const field = fieldOf(box)
  if (query !== undefined) {
    field.value = query
  }
  field.focus()
  field.select()
}

/** @param {HTMLElement} box */
export function closeSearch(box) {
  for (const other of document.body.children) {
    other.removeAttribute('inert')
  }
  box.hidden = true
  addressQuery('')
  if (box.dataset.failed) {
    box.remove()
  }
  const opener = findOpener()
  if (opener) {
    opener.focus()
  }
}

/**
 * Says in the page's address what is asked, so that the way back and a link lead here again.
 *
 * @param {string} query - nothing where nothing is asked
 */
export function addressQuery(query) {
  const address = new URL(location.href)
  address.searchParams.delete(PARAMETER)
  if (query) {
    address.searchParams.set(PARAMETER, query)
  }
  try {
    history.replaceState(Object.assign({}, history.state, { reader: READER }), '', address.href)
  } catch (_) {
    // Files, and what has been changed too often, may not be renamed.
  }
}

/** @param {HTMLElement} box */
export function fieldOf(box) {
  return /** @type {HTMLInputElement} */ (box.querySelector('input'))
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
  close.onclick = () => closeSearch(box)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault()
      closeSearch(box)
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
