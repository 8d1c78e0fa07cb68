import { button, fill, h } from '../../ui/hyperscript.js'
import { writeLine, onLines } from '../../store/sitting.js'
import { showTrouble } from '../../ui/storage-notice.js'
import { focusQuestion } from '../shared/focus-question.js'
import { settle } from '../shared/settle.js'
import { loadQuestion } from '../shared/site-data.js'
import { keepExamSession, withLines } from '../shared/exam-session.js'
import { setRunning } from '../shared/study-element.js'
import { AnswerSheet } from './answer-sheet.js'
import { concealAnswer, readDraft, restoreDraft, stateOf } from './exam-question.js'
import { examText } from './exam-text.js'
import { ExamTimer, clockFace } from './exam-timer.js'

/** @import { Paper } from '../../core/bank.js' */
/** @import { Question } from '../../question/yx-question.js' */
/** @import { App } from '../shared/app.js' */
/** @import { ExamSession } from '../shared/exam-session.js' */

/** Minutes before the end at which the reader is warned. */
const WARNINGS = [5, 1]

/**
 * An exam in progress, from the first question to handing in. Every input is stored at once.
 */
export class ExamSitting {
  /**
   * @param {App} app
   * @param {HTMLElement} host - whose children it replaces
   * @param {Paper} paper
   * @param {ExamSession} session
   * @param {(late: boolean) => void} end - hands in
   */
  constructor(app, host, paper, session, end) {
    this.app = app
    this.host = host
    this.paper = paper
    this.session = session
    this.end = end
    /** @type {Question[]} */
    this.questions = []
    this.since = performance.now()
    this.said = new Set()
    this.timer = new ExamTimer(session.clock, () => app.now, {
      show: (left) => this.showClock(left),
      keep: (clock) => {
        session.clock = clock
        this.spend()
        this.keep()
      },
      over: () => this.finish(true)
    })
    this.face = h('span', { class: 'yx-clock', role: 'timer' })
    this.status = h('p', { class: 'yx-said', role: 'status' })
    this.sheet = new AnswerSheet((at) => {
      this.toggleSheet(false)
      this.go(at)
    })
    this.sheetButton = button('yx-quiet yx-sheet-button', '', () => this.toggleSheet(this.sheet.element.hasAttribute('hidden')))
    this.sheetButton.setAttribute('aria-controls', 'yx-sheet')
    this.handIn = button('yx-quiet', examText.handIn, () => this.ask())
    this.flag = button('yx-quiet yx-flag', '', () => this.toggleFlag())
    this.back = button('yx-quiet', examText.previous, () => this.go(session.position - 1))
    this.next = button('yx-quiet yx-go', '', () => (this.last ? this.ask() : this.go(session.position + 1)))
    this.place = h('div', { class: 'yx-place' })
    this.aside = h('div', { class: 'yx-aside' }, this.flag)
    this.foot = h('div', { class: 'yx-foot' })
    this.asking = h('section', { class: 'yx-asking', hidden: true })
    this.body = h('div', { class: 'yx-run' })
    this.entered = (/** @type {Event} */ { target }) => target instanceof Node && this.place.contains(target) && this.gather()
  }

  /** Loads all questions, so that losing the network later does no harm. */
  async start() {
    const { app, host, session } = this
    document.documentElement.classList.add('yx-exam')
    this.questions = await Promise.all(session.items.map(({ question }) => loadQuestion(app.index, question)))
    this.questions.forEach((question, at) => {
      concealAnswer(question, this.heading(at))
      restoreDraft(question, session.answers[question.id])
    })
    const head = h(
      'div',
      { class: 'yx-head yx-exam-head' },
      this.face,
      this.sheetButton,
      this.handIn
    )
    // On the document, so that they run after the questions' own listeners.
    document.addEventListener('change', this.entered)
    document.addEventListener('input', this.entered)
    this.toggleSheet(false)
    fill(this.body, head, this.status, this.asking, this.sheet.element, this.place, this.aside, this.foot)
    fill(host, this.body)
    setRunning(true)
    this.go(Math.min(session.position, this.questions.length - 1))
    this.stop = onLines(session.exam, () => this.join())
    this.timer.start()
  }

  /** Stops the clock and removes the listeners. */
  close() {
    this.timer.stop()
    if (this.stop) {
      this.stop()
    }
    document.removeEventListener('change', this.entered)
    document.removeEventListener('input', this.entered)
    document.documentElement.classList.remove('yx-exam')
    setRunning(false)
  }

  /**
   * @private
   * @param {number} at
   */
  heading(at) {
    const { index } = this.app
    const { question, part, points } = this.session.items[at]
    const count = `${at + 1}/${this.session.items.length}`
    return `${count} · ${examText.asked(this.paper.sections[part].title, index.kinds[index.questions[question].k], points)}`
  }

  /**
   * Shows a question.
   *
   * @private
   * @param {number} at
   */
  go(at) {
    const { session, questions } = this
    this.spend()
    session.position = at
    this.asking.hidden = true
    this.place.hidden = this.aside.hidden = false
    this.handIn.style.visibility = ''
    fill(this.place, questions[at])
    fill(this.foot, this.back, this.next)
    this.back.disabled = at === 0
    this.next.textContent = this.last ? examText.handIn : examText.next
    this.next.toggleAttribute('data-ready', this.last)
    this.draw()
    this.keep()
    focusQuestion(questions[at], this.body)
  }

  /** @private */
  get last() {
    return this.session.position + 1 === this.questions.length
  }

  /** Stores what was entered. */
  gather() {
    const { session, questions } = this
    const question = questions[session.position]
    session.answers[question.id] = readDraft(question)
    this.enter(question.id)
  }

  /**
   * Writes what stands about a question now.
   *
   * @private
   * @param {string} question
   */
  enter(question) {
    const { app, session } = this
    writeLine(app.local, session.exam, question, {
      at: app.now,
      answer: session.answers[question],
      flag: session.flags.includes(question)
    })
    this.spend()
    this.draw()
    this.keep()
    if (!app.local.persistent) {
      showTrouble({ trouble: app.local.trouble })
    }
  }

  /** Takes over what was entered in other tabs. @private */
  join() {
    const { app, session, questions } = this
    const { answers, flags } = withLines(app, session)
    for (const question of questions) {
      if (`${answers[question.id]}` !== `${session.answers[question.id]}`) {
        restoreDraft(question, answers[question.id])
      }
    }
    Object.assign(session, { answers, flags })
    if (questions.length) {
      this.draw()
    }
  }

  /**
   * Adds the time since the last call to the question that is shown.
   *
   * @private
   */
  spend() {
    const { session } = this
    const moment = performance.now()
    const id = session.questions[session.position]
    if (id && !document.hidden) {
      session.ms[id] = Math.round((session.ms[id] || 0) + moment - this.since)
    }
    this.since = moment
  }

  /** @private */
  toggleFlag() {
    const { session } = this
    const id = session.questions[session.position]
    this.join()
    session.flags = session.flags.includes(id) ? session.flags.filter((other) => other !== id) : [...session.flags, id]
    this.enter(id)
  }

  /**
   * @private
   * @param {boolean} shown
   */
  toggleSheet(shown) {
    this.sheet.element.hidden = !shown
    this.sheetButton.setAttribute('aria-expanded', `${shown}`)
  }

  /** @private */
  draw() {
    const { session } = this
    const cells = this.cells()
    const flagged = cells[session.position].flagged
    this.sheet.draw(cells)
    this.sheetButton.textContent = examText.sheet(cells.filter(({ state }) => state === 'done').length, cells.length)
    this.flag.textContent = flagged ? examText.flagged : examText.flag
    this.flag.setAttribute('aria-pressed', `${flagged}`)
  }

  /**
   * @private
   * @returns {import('./answer-sheet.js').Cell[]}
   */
  cells() {
    const { session } = this
    return this.questions.map((question, at) => ({
      state: stateOf(session.answers[question.id], question),
      flagged: session.flags.includes(question.id),
      present: at === session.position
    }))
  }

  /** @private */
  keep() {
    keepExamSession(this.app, this.session)
  }

  /**
   * @private
   * @param {number} left
   */
  showClock(left) {
    const near = WARNINGS.filter((minutes) => left <= minutes * 60000)
    this.face.textContent = (near.length ? examText.clockSoon : examText.clock)(clockFace(left))
    this.face.classList.toggle('yx-soon', near.length > 0)
    if (near.some((minutes) => !this.said.has(minutes))) {
      this.status.textContent = examText.soon(Math.ceil(left / 60000))
    }
    near.forEach((minutes) => this.said.add(minutes))
  }

  /** Asks for confirmation before handing in, and lists what is missing. */
  ask() {
    this.join()
    const cells = this.cells()
    const count = (/** @type {string} */ state) => cells.filter((cell) => cell.state === state).length
    const missing = cells.findIndex(({ state }) => state !== 'done')
    const flags = cells.filter(({ flagged }) => flagged).length
    const title = h('h2', { tabindex: '-1' }, examText.sure)
    this.toggleSheet(true)
    this.place.hidden = this.aside.hidden = true
    // The one at the foot is enough. Nothing takes its place under a second tap.
    this.handIn.style.visibility = 'hidden'
    fill(
      this.asking,
      title,
      h('p', { class: 'yx-missing' }, missing < 0 ? examText.complete : examText.missing(count('open'), count('partly'))),
      flags > 0 && h('p', null, examText.flags(flags)),
      missing >= 0 && h('p', null, button('yx-quiet', examText.goBack, () => this.leaveAsking(this.session.position)))
    )
    fill(
      this.foot,
      missing < 0
        ? button('yx-quiet', examText.goBack, () => this.leaveAsking(this.session.position))
        : button('yx-quiet', examText.handIn, () => this.finish(false)),
      missing < 0
        ? button('yx-start', examText.handIn, () => this.finish(false))
        : button('yx-start', examText.firstOpen, () => this.leaveAsking(missing))
    )
    settle(this.foot)
    this.asking.hidden = false
    title.focus({ preventScroll: true })
    this.body.scrollIntoView()
  }

  /**
   * @private
   * @param {number} at
   */
  leaveAsking(at) {
    this.toggleSheet(false)
    this.go(at)
  }

  /**
   * @private
   * @param {boolean} late
   */
  finish(late) {
    this.spend()
    this.session.clock = this.timer.clock
    this.keep()
    this.close()
    this.end(late)
  }
}
