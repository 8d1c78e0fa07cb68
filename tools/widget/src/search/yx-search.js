import { openLocal } from '../store/local-storage.js'
import { afterPaint, makeStatus } from '../ui/dom.js'
import { button, fill, h } from '../ui/hyperscript.js'
import { addressQuery, BROUGHT, fieldOf, leaveSearchFor } from '../ui/search-box.js'
import { dataAddress, ROOT } from '../ui/site-index.js'
import { excerpt, marksIn } from './excerpt.js'
import { find, MOST_CHARACTERS } from './find.js'
import { addRecent, forgetRecent, readRecent } from './recent.js'
import { addExplanations, prepare, unpack } from './search-index.js'
import { text } from './search-text.js'

/** @import { Mark } from './excerpt.js' */
/** @import { Group, Hit } from './find.js' */
/** @import { SearchIndex } from './search-index.js' */

/** How many pages are shown at once, and in all; those between come after the first paint. */
const FIRST_GROUPS = 6
const MOST_GROUPS = 60

/** ms without a key after which the address says what is asked; some browsers let it change a hundred times in half a minute. */
const SETTLED = 500

/** The index is made ready once, however often the box is. */
/** @type {SearchIndex | undefined} */
let index

/** Whether all of it is there, or will never be: the explanations come after the first answer. */
let whole = false

/** What is asked in the box and what is found, as the reader types. */
export class Search extends HTMLElement {
  constructor() {
    super()
    this.local = openLocal()
    this.status = makeStatus('yx-count')
    this.besides = h('div', { class: 'yx-besides' })
    this.results = h('ol', { class: 'yx-results', 'data-yx-results': true })
    /** @type {string | undefined} the query whose answer is shown */
    this.shown = undefined
    /** Whether the last key belongs to an input method. */
    this.confirming = false
    this.timer = 0
  }

  connectedCallback() {
    this.append(this.status, this.besides, this.results)
    this.addEventListener(BROUGHT, () => this.show())
    this.addEventListener('input', () => this.show())
    this.addEventListener('keydown', (event) => this.press(event))
    this.addEventListener('submit', () => this.openFirst())
    this.results.addEventListener('click', (event) => this.follow(event))
    addEventListener('pagehide', () => this.settle())
    this.show()
  }

  get field() {
    return fieldOf(this)
  }

  get query() {
    return this.field.value
  }

  get links() {
    return this.results.querySelectorAll('a')
  }

  /** Finds what is asked now and shows it. */
  show() {
    if (!index && window.yanxiSearch) {
      const [alphabet, text, version] = window.yanxiSearch
      index = prepare(unpack(alphabet, text))
      window.yanxiSearch = undefined
      afterPaint(() => this.bringRest(alphabet, version))
    }
    if (!index || this.shown === this.query) {
      return
    }
    this.shown = this.query
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.settle(), SETTLED)
    this.scrollTop = 0
    if (this.query.trim()) {
      this.showFound(index)
    } else {
      this.showRecent()
    }
  }

  /**
   * @param {string} alphabet
   * @param {string} version
   */
  bringRest(alphabet, version) {
    const script = h('script', { src: dataAddress('search-more.js', version) })
    script.onload = script.onerror = () => {
      if (index && window.yanxiSearchMore) {
        addExplanations(index, unpack(alphabet, window.yanxiSearchMore))
        window.yanxiSearchMore = undefined
      }
      whole = true
      // What the reader has turned to already stays.
      if (this.query.trim() && !this.scrollTop && !this.results.contains(document.activeElement)) {
        this.shown = undefined
        this.show()
      }
    }
    document.head.append(script)
  }

  /** @param {SearchIndex} known */
  showFound(known) {
    const { count, groups, near } = find(known, this.query)
    const rows = [
      ...groups.map((group) => () => this.row(group, '')),
      ...near.map((group, place) => () => this.row(group, count && !place ? text.nearToo : ''))
    ].slice(0, MOST_GROUPS)
    const { status, besides, results, query } = this
    const asked = query.trim().slice(0, MOST_SHOWN)
    const missing = whole ? text.nothing(asked) : text.looking
    status.textContent = count ? text.found(count, groups.length) : near.length ? text.near(asked) : missing
    fill(
      besides,
      !rows.length && whole && h('p', null, text.advice),
      groups.length > MOST_GROUPS && h('p', null, text.most(MOST_GROUPS))
    )
    fill(results, rows.slice(0, FIRST_GROUPS).map((row) => row()))
    if (rows.length > FIRST_GROUPS) {
      afterPaint(() => {
        if (this.shown === query && results.childElementCount === FIRST_GROUPS) {
          results.append(...rows.slice(FIRST_GROUPS).map((row) => row()))
        }
      })
    }
  }

  showRecent() {
    const { local, status, besides, results, field } = this
    const recent = readRecent(local)
    const again = (/** @type {string} */ words) =>
      button('yx-quiet', words, () => {
        field.value = words
        field.focus()
        this.show()
      })
    const forget = () => {
      forgetRecent(local)
      this.showRecent()
      field.focus()
    }
    status.textContent = ''
    results.textContent = ''
    fill(
      besides,
      recent.length > 0 && [
        h('h2', null, text.recent),
        h('p', { class: 'yx-tools' }, recent.map(again), button('yx-quiet', text.forget, forget))
      ],
      h('p', null, text.hint)
    )
  }

  /**
   * @param {Group} group
   * @param {string} heading - above it, empty for none
   */
  row({ page, title, hits }, heading) {
    const name = marked(page.title, marksIn(page.title, title || []))
    const place = [page.document, page.at].filter(Boolean).join(' · ')
    return h(
      'li',
      null,
      heading && h('p', { class: 'yx-near' }, heading),
      h(
        'p',
        { class: 'yx-page' },
        place && h('small', null, place),
        title ? h('a', { href: ROOT + page.url }, name) : h('span', null, name)
      ),
      h('ul', null, hits.map((hit) => h('li', null, line(page.url, hit))))
    )
  }

  /** Says in the address what is asked. */
  settle() {
    clearTimeout(this.timer)
    if (!this.hidden) {
      // Servers refuse addresses that are too long.
      addressQuery(this.query.trim().slice(0, MOST_CHARACTERS))
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    // Safari sends the Enter that confirms a candidate when composing has ended, and then it has this code.
    this.confirming = event.isComposing || event.keyCode === 229
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !this.confirming) {
      const links = /** @type {HTMLElement[]} */ ([this.field, ...this.links])
      const next = links[links.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step]
      if (next) {
        event.preventDefault()
        next.focus()
      }
    }
  }

  openFirst() {
    const [first] = this.links
    if (first && !this.confirming) {
      first.click()
    }
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link) {
      return
    }
    addRecent(this.local, this.query)
    this.settle()
    const isHere = link.pathname === location.pathname && link.host === location.host
    if (isHere && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // The page is not loaded anew, so what was entered in it stays.
      event.preventDefault()
      leaveSearchFor(link.hash)
    }
  }
}

/** How much of a query is repeated where nothing was found. */
const MOST_SHOWN = 30

/**
 * @param {string} url - of the page
 * @param {Hit} hit
 */
function line(url, { entry, needles }) {
  const shown = excerpt(entry.text, needles)
  return h('a', { href: `${ROOT}${url}#${entry.anchor}` }, h('small', null, entry.label), marked(shown.text, shown.marks))
}

/**
 * @param {string} words
 * @param {Mark[]} marks
 */
function marked(words, marks) {
  /** @type {(Node | string)[]} */
  const made = []
  let place = 0
  for (const [from, to] of marks) {
    made.push(words.slice(place, from), h('mark', null, words.slice(from, to)))
    place = to
  }
  return [...made, words.slice(place)]
}
