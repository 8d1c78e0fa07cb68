import { startClock, tick, timeLeft } from '../../core/exam-clock.js'
import { linkTo, readLink } from '../../core/exam-link.js'
import { assemble, handIn, mark, standing } from '../../core/exam.js'
import { newId } from '../../store/new-id.js'
import { keepSession } from '../../store/sessions.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { examHistory, examsOf } from '../shared/exam-history.js'
import { forgetSitting, isOver, sittingOf } from '../shared/exam-session.js'
import { loadQuestion, studyAddress } from '../shared/site-data.js'
import { StudyElement, failure } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'
import { isRight, restoreDraft } from './exam-question.js'
import { ExamResult } from './exam-result.js'
import { ExamSitting } from './exam-sitting.js'
import { examText } from './exam-text.js'
import { clockFace } from './exam-timer.js'

/** @import { Paper } from '../../core/bank.js' */
/** @import { App } from '../shared/app.js' */
/** @import { Sat } from '../shared/exam-session.js' */

/** Letters that are not taken for one another when a seed is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Mock exams. What is before the reader is in the address: the papers, one of them (`#paper=…`, or a link's `?paper=…`),
 * the exam that is going on (`#run`), or one that was handed in (`#exam=…`).
 */
export class Exam extends StudyElement {
  connectedCallback() {
    super.connectedCallback()
    this.route = () => this.draw()
    addEventListener('hashchange', this.route)
  }

  disconnectedCallback() {
    removeEventListener('hashchange', /** @type {() => void} */ (this.route))
    this.close()
  }

  /** @param {App} app */
  start(app) {
    app.onChange(() => this.changed())
    const session = this.session
    const link = readLink(location.search, app.index)
    const other = link && session && (link.paper.id !== session.paper || (link.seed && link.seed !== session.seed))
    if (session && !location.hash && !other) {
      history.replaceState(null, '', '#run')
    }
    return this.draw()
  }

  /** @private */
  get session() {
    const session = sittingOf(this.app)
    return session && { ...session, clock: tick(session.clock, this.app.now, 0) }
  }

  /** @private */
  async draw() {
    if (!this.app) {
      return
    }
    const { app, session } = this
    const [name, value] = decode(location.hash).split('=')
    this.close()
    if (session && isOver(session)) {
      await this.end(session, true)
    } else if (name === 'run' && session) {
      await this.sit(session)
    } else if (name === 'exam') {
      this.tellOf(value)
    } else {
      const link = readLink(name === 'paper' ? linkTo(value, '') : location.search, app.index)
      if (link && name !== 'list') {
        this.offer(link.paper, link.seed || this.seedFor(link.paper))
      } else {
        this.list(name !== 'list' && new URLSearchParams(location.search).has('paper'))
      }
    }
  }

  /**
   * Another tab, or the reader here, added to the log.
   *
   * @private
   */
  changed() {
    if (this.sitting && examsOf(this.app).some(({ id }) => this.sitting && id === this.sitting.session.exam)) {
      const { exam } = this.sitting.session
      this.note = examText.handedElsewhere
      this.close()
      forgetSitting(this.app)
      location.replace(`#exam=${exam}`)
    }
  }

  /** @private */
  close() {
    if (this.sitting) {
      this.sitting.close()
      this.sitting = undefined
    }
    if (this.outcome) {
      this.outcome.close()
      this.outcome = undefined
    }
  }

  /**
   * @private
   * @param {boolean} lost - a link led to a paper that is not there
   */
  list(lost) {
    const { app } = this
    fill(
      this,
      lost && h('p', { class: 'yx-notice' }, examText.badLink),
      this.unfinished(),
      h('h2', null, examText.papers),
      h(
        'ul',
        { class: 'yx-papers' },
        app.index.papers.map((paper) =>
          h(
            'li',
            null,
            h(
              'a',
              { class: 'yx-way', href: `#paper=${encodeURIComponent(paper.id)}` },
              h('b', null, paper.title),
              h('small', null, examText.facts(factsOf(paper)))
            )
          )
        )
      ),
      h('h2', null, text.exams.history),
      examHistory(app, ({ id }) => `#exam=${id}`)
    )
  }

  /**
   * What is to be known before a paper is begun.
   *
   * @private
   * @param {Paper} paper
   * @param {string} seed
   */
  offer(paper, seed) {
    const { app } = this
    const items = assemble(paper, app.index, seed)
    const said = h('div', { class: 'yx-copied' })
    fill(
      this,
      this.unfinished(),
      h('h2', null, paper.title),
      h('p', null, examText.facts(factsOf(paper))),
      h(
        'ul',
        null,
        paper.sections.map(({ title, count, points }) => h('li', null, examText.part(title, count, points)))
      ),
      h('p', null, examText.rules),
      items ? null : h('p', { class: 'yx-notice' }, examText.unfillable),
      h(
        'p',
        { class: 'yx-actions' },
        items && button('yx-start', examText.start, () => this.begin(paper, seed)),
        h('a', { class: 'yx-resume', href: '#list' }, examText.back)
      ),
      h('p', { class: 'yx-seed' }, h('b', null, examText.seed(seed)), ' ', h('small', null, examText.seedHint)),
      h(
        'p',
        { class: 'yx-actions' },
        button('yx-quiet', examText.other, () => this.offer(paper, newSeed())),
        button('yx-quiet', examText.link, () => copyAndSay(studyAddress('exam') + linkTo(paper.id, seed), said))
      ),
      said
    )
  }

  /**
   * The exam that is still going on, where something else is before the reader.
   *
   * @private
   */
  unfinished() {
    const { app, session } = this
    const paper = session && app.index.papers.find(({ id }) => id === session.paper)
    if (!session || !paper) {
      return null
    }
    const drop = () => {
      forgetSitting(app)
      this.draw()
    }
    return h(
      'div',
      { class: 'yx-notice' },
      h('p', null, `${examText.left(paper.title)}${examText.clock(clockFace(timeLeft(session.clock)))}`),
      h('div', { class: 'yx-actions' }, h('a', { class: 'yx-start', href: '#run' }, examText.goOn), button('yx-quiet', examText.giveUp, drop)),
      h('p', null, h('small', null, examText.givenUp))
    )
  }

  /**
   * The first time a paper is as its recipe has it, for everybody the same; after that it is another each time.
   *
   * @private
   * @param {Paper} paper
   */
  seedFor(paper) {
    return examsOf(this.app).some((exam) => exam.paper === paper.id) ? newSeed() : paper.seed
  }

  /**
   * @private
   * @param {Paper} paper
   * @param {string} seed
   */
  begin(paper, seed) {
    const { app } = this
    const items = assemble(paper, app.index, seed)
    if (items) {
      /** @type {Sat} */
      const session = {
        exam: newId(),
        paper: paper.id,
        seed,
        questions: items.map(({ question }) => question),
        position: 0,
        items,
        clock: startClock(paper.minutes, app.now),
        answers: {},
        ms: {},
        flags: []
      }
      keepSession(app.local, 'exam', session)
      location.hash = 'run'
    }
  }

  /**
   * @private
   * @param {Sat} session
   */
  async sit(session) {
    const { app } = this
    const paper = app.index.papers.find(({ id }) => id === session.paper)
    const items = standing(session.items, app.index)
    if (!paper || !items.length) {
      forgetSitting(app)
      this.list(true)
      return
    }
    // What the bank no longer asks, or asks otherwise, is left out from here on.
    const asked = { ...session, items, questions: items.map(({ question }) => question) }
    this.sitting = new ExamSitting(app, this, paper, asked, (late) => this.end(asked, late))
    await this.sitting.start()
    const gone = session.items.length - items.length
    if (gone) {
      this.sitting.status.textContent = examText.shrunk(gone)
    }
  }

  /**
   * Grades and hands in. Nothing is lost where that cannot be done yet.
   *
   * @private
   * @param {Sat} session
   * @param {boolean} late
   */
  async end(session, late) {
    this.close()
    try {
      await this.handIn(session)
      this.note = late ? examText.timeUp : undefined
      location.replace(`#exam=${session.exam}`)
    } catch (reason) {
      fill(this, failure(() => this.end(session, late)))
      throw reason
    }
  }

  /**
   * @private
   * @param {Sat} session
   */
  async handIn(session) {
    const { app } = this
    const paper = app.index.papers.find(({ id }) => id === session.paper)
    const known = examsOf(app).some(({ id }) => id === session.exam)
    if (paper && !known) {
      const items = standing(session.items, app.index)
      const questions = await Promise.all(items.map(({ question }) => loadQuestion(app.index, question)))
      questions.forEach((question) => restoreDraft(question, session.answers[question.id]))
      const right = new Set(questions.filter(isRight).map(({ id }) => id))
      const result = mark(paper, items, app.index, right)
      const { start, minutes, seen } = session.clock
      const exam = { ...session, id: session.exam, start, end: Math.min(seen, start + minutes * 60000) }
      await app.add(/** @type {any} */ (handIn(exam, items, app.index, result, right)))
    }
    forgetSitting(app)
  }

  /**
   * @private
   * @param {string} id
   */
  tellOf(id) {
    const { app, note } = this
    const exam = examsOf(app).find((each) => each.id === id)
    this.note = undefined
    if (exam) {
      this.outcome = new ExamResult(app, this, exam, note)
      this.outcome.show()
    } else {
      this.list(false)
    }
  }
}

/** @param {Paper} paper */
function factsOf({ minutes, pass, sections }) {
  const sum = (/** @type {(part: import('../../core/bank.js').Part) => number} */ of) =>
    sections.reduce((total, part) => total + of(part), 0)
  return { minutes, pass, of: sum(({ count, points }) => count * points), count: sum(({ count }) => count) }
}

function newSeed() {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** @param {string} hash - from the address, so it may be anything */
function decode(hash) {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch (_) {
    return ''
  }
}

