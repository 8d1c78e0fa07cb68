import { seeded } from '../core/shuffle.js'
import { kindOf } from '../kinds/index.js'
import { make, makeButton, makeStatus } from '../ui/dom.js'
import { arrived } from '../ui/page-ready.js'
import { text } from '../ui/text.js'
import { restartDwellTime, dwellTime } from './dwell-time.js'
import { gatherReasons, letterKey, returnReasons } from './reasons.js'

/** @import { Entry } from '../store/answer.js' */

/**
 * What is known of an answer when it is given.
 *
 * @typedef {Pick<Entry, 'question' | 'version' | 'result' | 'ms'>} Answered
 */

/**
 * A question. It is HTML that reads without this script; nothing of it is touched before the reader touches it.
 *
 * @fires yx-answer - when it is graded; detail: {@link Answered}
 * @fires yx-answered - just before it is written; detail: the log's {@link Entry}
 * @fires yx-redo - when it is begun anew
 */
export class Question extends HTMLElement {
  connectedCallback() {
    arrived()
  }

  get graded() {
    return this.hasAttribute('data-result')
  }

  /** In an exam: what is entered is graded when all of it is handed in. */
  get held() {
    return this.hasAttribute('data-exam')
  }

  /**
   * Something was chosen or typed.
   *
   * @param {HTMLInputElement} input
   */
  touch(input) {
    const kind = kindOf(this)
    if (this.graded) {
      return
    }
    if (kind.oneTap && !this.held) {
      this.submit()
      return
    }
    const words = kind.touch && kind.touch(this, input)
    this.toggleAttribute('data-ready', kind.complete(kind.read(this), this))
    if (words || this.querySelector('.yx-said')) {
      this.say(words || '')
    }
  }

  /** Grades what was entered, or says what is missing. */
  submit() {
    const kind = kindOf(this)
    const answer = kind.read(this)
    if (this.graded || this.held) {
      return
    }
    if (kind.complete(answer, this)) {
      this.grade(kind.right(answer, kind.key(this)) ? 'right' : 'wrong')
    } else {
      this.say(kind.incomplete || text.incomplete)
    }
  }

  /** Offers what only the reader can judge: whether it was remembered. */
  offerJudgement() {
    if (!this.graded && !this.querySelector('.yx-tools')) {
      addTools(this, makeButton('known', text.known), makeButton('unknown', text.unknown))
    }
  }

  /** @param {'right' | 'wrong'} result */
  grade(result) {
    const ms = dwellTime(this)
    this.reveal(result)
    /** @type {Answered} */
    const detail = { question: this.id, version: this.dataset.version || '', result, ms }
    this.dispatchEvent(new CustomEvent('yx-answer', { bubbles: true, detail }))
  }

  /**
   * Shows what was right and what was entered, and nothing more comes of it.
   *
   * @param {'right' | 'wrong'} result
   */
  reveal(result) {
    const kind = kindOf(this)
    this.setAttribute('data-result', result)
    lock(this, true)
    kind.mark(this, kind.read(this), kind.key(this))
    gatherReasons(this)
    setOpen(this, true)
    announce(this, (kind.verdicts || text.verdicts)[result])
    removeAll(this, '.yx-tools, .yx-said')
    addTools(this, makeButton('redo', text.redo), makeButton('report', text.report))
  }

  /**
   * Begins anew, in another order unless the order is pinned.
   *
   * @param {string} seed
   */
  redo(seed) {
    const { shuffle } = kindOf(this)
    returnReasons(this)
    removeAll(this, '.yx-tools, .yx-said, .yx-tag, .yx-fill')
    clear(this)
    announce(this, '')
    setOpen(this, false)
    if (shuffle && !('pin' in this.dataset)) {
      shuffle(this, seeded(seed))
      letterKey(this)
    }
    restartDwellTime(this)
    this.dispatchEvent(new CustomEvent('yx-redo', { bubbles: true }))
  }

  /** It comes before the reader only now, long after the page did. */
  appear() {
    restartDwellTime(this)
  }

  /** Takes the reader to its beginning. */
  begin() {
    const first = /** @type {HTMLElement | null} */ (this.querySelector('input, summary'))
    if (first) {
      first.focus({ preventScroll: true })
    }
    if (this.getBoundingClientRect().top < 0) {
      this.scrollIntoView()
    }
  }

  /** @param {string} words */
  say(words) {
    let said = this.querySelector('.yx-said')
    if (!said) {
      said = makeStatus('yx-said')
      bodyOf(this).append(said)
    }
    said.textContent = words
  }
}

/**
 * One form around a whole quiz is best: browsers look into every form for fields to fill in, which with a thousand forms
 * takes them many seconds. A question with a form of its own works all the same.
 *
 * @param {Question} question
 */
function bodyOf(question) {
  return question.querySelector('form') || question
}

/**
 * Not `disabled`: that would drop the focus of whoever answers by keyboard.
 *
 * @param {Question} question
 * @param {boolean} locked
 */
function lock(question, locked) {
  for (const input of question.querySelectorAll('input')) {
    if (locked) {
      input.setAttribute('aria-disabled', 'true')
    } else {
      input.removeAttribute('aria-disabled')
    }
    input.readOnly = locked
  }
}

/** @param {Question} question */
function clear(question) {
  lock(question, false)
  for (const input of question.querySelectorAll('input')) {
    input.checked = false
    // The value of the others is what they stand for.
    if (input.type === 'text') {
      input.value = ''
    }
  }
  question.removeAttribute('data-result')
  question.removeAttribute('data-ready')
  for (const marked of question.querySelectorAll('.yx-option, .yx-blank')) {
    marked.classList.remove('yx-right', 'yx-wrong')
    marked.removeAttribute('data-place')
    marked.removeAttribute('data-pair')
  }
}

/**
 * @param {Question} question
 * @param {string} verdict
 */
function announce(question, verdict) {
  const output = question.querySelector('output')
  const active = document.activeElement
  if (output) {
    output.textContent = verdict
    // The button that was pressed goes, and its focus would go with it.
    if (verdict && active && question.contains(active) && active.matches('button')) {
      output.tabIndex = -1
      output.focus({ preventScroll: true })
    }
  }
}

/**
 * @param {Question} question
 * @param {boolean} open
 */
function setOpen(question, open) {
  const details = question.querySelector('details')
  if (details) {
    details.open = open
  }
}

/**
 * @param {Question} question
 * @param {...HTMLElement} buttons
 */
function addTools(question, ...buttons) {
  const tools = make('div', 'yx-tools')
  tools.append(...buttons)
  bodyOf(question).append(tools)
}

/**
 * @param {Question} question
 * @param {string} selector
 */
function removeAll(question, selector) {
  question.querySelectorAll(selector).forEach((element) => element.remove())
}
