import { afterPaint } from './dom.js'

/** From here on the drawer is a column and search a box; whoever closes them there has a keyboard. See navigation.css. */
const NARROW = '(max-width: 76.24em)'

/**
 * Whether the entry of the history is that of what covers the page, not the page's own.
 *
 * @param {string} name
 */
export function isOver(name) {
  const { over } = history.state || {}
  return over === name
}

/**
 * What covers the page on a narrow screen. It has an entry of its own in the history, on the page's own address, so that the
 * phone's back key closes it and the reader is where he was; closed otherwise, it goes back over that entry.
 */
export class Cover {
  /**
   * @param {string} name
   * @param {() => boolean} isOpen
   * @param {(open: boolean) => void} turn - opens it or closes it; both may say so with opened() and closed()
   */
  constructor(name, isOpen, turn) {
    this.name = name
    this.isOpen = isOpen
    this.turn = turn
    /** Whether the way back over its entry has begun and not ended. */
    this.leaving = false
    /** @type {(() => void) | undefined} */
    this.then = undefined
    addEventListener('popstate', () => this.follow())
  }

  /** Called when it has been opened. */
  opened() {
    if (!this.leaving && !isOver(this.name) && matchMedia(NARROW).matches) {
      // The page below does not move; on the way back the browser would move it to what its hash names.
      history.scrollRestoration = 'manual'
      try {
        history.pushState(Object.assign({}, history.state, { over: this.name }), '')
      } catch (_) {
        // Some browsers let the history grow a hundred times in half a minute.
      }
      history.scrollRestoration = 'auto'
    }
  }

  /**
   * Called when it has been closed.
   *
   * @param {() => void} [then] - called when the page's own entry is there again
   * @returns {boolean} whether it had an entry
   */
  closed(then) {
    if (!this.leaving && isOver(this.name)) {
      this.leaving = true
      this.then = then
      history.back()
    }
    return this.leaving
  }

  /** @private */
  follow() {
    const { leaving, then } = this
    // Some browsers move the page after this event.
    afterPaint(() => {
      history.scrollRestoration = 'auto'
    })
    const open = this.isOpen()
    this.leaving = false
    this.then = undefined
    if (then) {
      then()
    } else if (leaving && open) {
      // Opened again meanwhile.
      this.opened()
    } else if (open !== isOver(this.name)) {
      this.turn(!open)
    }
  }
}
