import { seeded } from '../core/shuffle.js'
import { kindOf } from '../kinds/index.js'
import { make, makeButton, makeStatus } from '../ui/dom.js'
import { arrived } from '../ui/page-ready.js'
import { text } from '../ui/text.js'
import { restartDwellTime, dwellTime } from './dwell-time.js'
import { bringIntoSight } from './in-sight.js'
import { collectReasons, letterKey, returnReasons } from './reasons.js'

/** @import { Entry } from '../store/answer.js' */

/**
 * The fields of a log entry that the question itself knows.
 *
 * @typedef {Pick<Entry, 'question' | 'version' | 'result' | 'ms'>} Answered
 */

/**
 * A question. Its HTML is complete without this script, and the script changes nothing in it before the reader does.
 *
 * @fires yx-answer - when it is graded; detail: {@link Answered}
 * @fires yx-answered - just before the log is written; detail: the log's {@link Entry}
 * @fires yx-redo - when it is reset to be answered again
 */
export class Question extends HTMLElement {
  connectedCallback() {
    arrived()
  }

  get graded() {
    return this.hasAttribute('data-result')
  }

  /** Whether it is part of an exam, which is graded when all of it is handed in. */
  get held() {
    return this.hasAttribute('data-exam')
  }

  /**
   * Handles an input event: something was chosen or typed.
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

  /** Grades a complete answer, or says that it is not complete. */
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
      this.bringIntoSight('.yx-said', '.yx-said')
    }
  }

  /** Adds the buttons by which the reader judges a self-judged kind. */
  offerJudgement() {
    if (!this.graded && !this.querySelector('.yx-tools')) {
      addTools(this, makeButton('unknown', text.unknown), makeButton('known', text.known))
      this.bringIntoSight('details', '.yx-key')
    }
  }

  /** @param {'right' | 'wrong'} result */
  grade(result) {
    const ms = dwellTime(this)
    this.reveal(result)
    /** @type {Answered} */
    const detail = { question: this.id, version: this.dataset.version || '', result, ms }
    this.dispatchEvent(new CustomEvent('yx-answer', { bubbles: true, detail }))
    this.bringIntoSight('output', '.yx-explain')
  }

  /**
   * Shows what is right and what was entered, without firing an event.
   *
   * @param {'right' | 'wrong'} result
   */
  reveal(result) {
    const kind = kindOf(this)
    this.setAttribute('data-result', result)
    lock(this, true)
    kind.mark(this, kind.read(this), kind.key(this))
    collectReasons(this)
    setOpen(this, true)
    announce(this, (kind.verdicts || text.verdicts)[result])
    removeAll(this, '.yx-tools, .yx-said')
    addTools(this, makeButton('redo', text.redo), makeButton('report', text.report))
  }

  /**
   * Resets the question to be answered again, and shuffles its options unless their order is pinned.
   *
   * @param {string} seed
   */
  redo(seed) {
    const kind = kindOf(this)
    returnReasons(this)
    removeAll(this, '.yx-tools, .yx-said, .yx-tag, .yx-fill')
    clear(this)
    if (kind.clear) {
      kind.clear(this)
    }
    announce(this, '')
    setOpen(this, false)
    if (kind.shuffle && !('pin' in this.dataset)) {
      kind.shuffle(this, seeded(seed))
      letterKey(this)
    }
    restartDwellTime(this)
    this.dispatchEvent(new CustomEvent('yx-redo', { bubbles: true }))
  }

  /** Restarts the dwell time: the question was added to the page only now. */
  appear() {
    restartDwellTime(this)
  }

  /** Focuses its first input, and scrolls to it where its beginning is above the screen. */
  begin() {
    const first = /** @type {HTMLElement | null} */ (this.querySelector('input, summary'))
    if (first) {
      first.focus({ preventScroll: true })
    }
    if (this.getBoundingClientRect().top < 0) {
      this.scrollIntoView()
    }
  }

  /**
   * @private
   * @param {string} first
   * @param {string} last - selectors
   */
  bringIntoSight(first, last) {
    const [from, to] = [first, last].map((part) => this.querySelector(part))
    // Once everybody who listens has done what moves it. A reader who has gone on before the script came is not fetched back.
    requestAnimationFrame(() => {
      const { top, bottom } = this.getBoundingClientRect()
      return from && to && bottom > 0 && top < innerHeight && bringIntoSight(from, to)
    })
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
 * Where buttons and words are added: the question's form if it has one. A whole quiz usually has one form around it, since
 * browsers search every form for fields to fill in, which takes many seconds with a thousand forms.
 *
 * @param {Question} question
 */
function bodyOf(question) {
  return question.querySelector('form') || question
}

/**
 * Makes the inputs read-only. Not `disabled`: that would drop the focus of a reader who answers by keyboard.
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
    // The value of any other input is the option it stands for.
    if (input.type === 'text') {
      input.value = ''
    }
  }
  question.removeAttribute('data-result')
  question.removeAttribute('data-ready')
  for (const marked of question.querySelectorAll('.yx-option, .yx-blank')) {
    marked.classList.remove('yx-right', 'yx-wrong')
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
    // The pressed button is about to be removed, and the focus would be lost with it.
    const takes = verdict && active && question.contains(active) && active.matches('button')
    // What takes the focus is read out for that alone; as a status it would be read twice.
    output.setAttribute('aria-live', takes ? 'off' : 'polite')
    output.textContent = verdict
    if (takes) {
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
