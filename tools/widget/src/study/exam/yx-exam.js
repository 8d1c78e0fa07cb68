import { startClock, tick, timeLeft } from '../../core/exam-clock.js'
import { linkTo, readLink } from '../../core/exam-link.js'
import { assemble, handIn, isBlank, mark, standing } from '../../core/exam.js'
import { newId } from '../../store/new-id.js'
import { isPending } from '../../store/pending.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { isWeChat } from '../../ui/wechat.js'
import { Confirmation } from '../shared/confirmation.js'
import { examHistory, examsOf } from '../shared/exam-history.js'
import { endExamSession, isOver, readExamSession, withLines } from '../shared/exam-session.js'
import { loadQuestion, studyPage } from '../shared/site-data.js'
import { failure } from '../shared/failure.js'
import { StudyElement } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'
import { printPaper } from './exam-print.js'
import { isRight, restoreDraft } from './exam-question.js'
import { ExamResult } from './exam-result.js'
import { ExamSitting } from './exam-sitting.js'
import { examText } from './exam-text.js'
import { clockFace } from './exam-timer.js'

/** @import { Paper } from '../../core/bank.js' */
/** @import { Item } from '../../core/exam.js' */
/** @import { App } from '../shared/app.js' */
/** @import { ExamSession } from '../shared/exam-session.js' */

/** Letters and digits that cannot be confused when a seed is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Mock exams. The address says what is shown: the list of papers, one paper (`#paper=…`, or `?paper=…` in a link), the exam
 * in progress (`#run`), or one that was handed in (`#exam=…`).
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
    const session = readExamSession(this.app)
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
      this.showResult(value)
    } else {
      const link = readLink(name === 'paper' ? linkTo(app.document, value, '') : location.search, app.index)
      if (link && name !== 'list') {
        this.offer(link.paper, link.seed || this.seedFor(link.paper))
      } else {
        this.list(name !== 'list' && new URLSearchParams(location.search).has('paper'))
      }
    }
  }

  /**
   * Handles a change of the log: the exam may have been handed in by another tab.
   *
   * @private
   */
  changed() {
    if (this.sitting && examsOf(this.app).some(({ id }) => this.sitting && id === this.sitting.session.exam)) {
      const { session } = this.sitting
      this.note = examText.handedElsewhere
      this.close()
      endExamSession(this.app, session)
      location.replace(`#exam=${session.exam}`)
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
   * @param {boolean} lost - whether a link named a paper that does not exist
   */
  list(lost) {
    const { app } = this
    fill(
      this,
      lost && h('p', { class: 'yx-notice' }, examText.badLink),
      this.unfinished(),
      h('h2', null, examText.papers),
      app.index.papers.length === 0 && h('p', null, examText.noPapers),
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
   * Renders what a reader needs to know before starting a paper.
   *
   * @private
   * @param {Paper} paper
   * @param {string} seed
   * @param {string} [unkept] - why it does not begin
   */
  offer(paper, seed, unkept) {
    const { app } = this
    const items = assemble(paper, app.index, seed)
    const running = this.unfinished()
    const said = h('div', { class: 'yx-copied' })
    fill(
      this,
      running,
      h('h2', null, paper.title),
      h('p', null, examText.facts({ ...factsOf(paper), ...(items && { asked: examText.count(items.length) }) })),
      h(
        'ul',
        null,
        paper.sections.map((part) => h('li', null, examText.part(part)))
      ),
      h('p', null, examText.rules),
      h('p', null, examText.whole),
      unkept ? h('p', { class: 'yx-notice', role: 'alert' }, unkept) : null,
      items ? null : h('p', { class: 'yx-notice' }, examText.unfillable),
      h(
        'p',
        { class: 'yx-actions' },
        items && !running && button('yx-start', examText.start, () => this.begin(paper, seed)),
        h('a', { class: 'yx-resume', href: '#list' }, examText.back)
      ),
      h('p', { class: 'yx-seed' }, h('b', null, examText.seed(seed)), ' ', h('small', null, examText.seedHint)),
      h(
        'p',
        { class: 'yx-actions' },
        button('yx-quiet', examText.other, () => this.offer(paper, newSeed())),
        ...(items && !running && !isWeChat() ? this.printing(paper, items, seed) : []),
        button('yx-quiet', examText.link, () => copyAndSay(studyPage('exam') + linkTo(app.document, paper.id, seed), said))
      ),
      said
    )
  }

  /**
   * Buttons that print a paper and its key.
   *
   * @private
   * @param {Paper} paper
   * @param {Item[]} items
   * @param {string} seed
   */
  printing(paper, items, seed) {
    const facts = examText.facts({ ...factsOf(paper), asked: examText.count(items.length) })
    const print = async (/** @type {boolean} */ key) => {
      try {
        await printPaper(this.app, this, paper, items, { facts, seed, key }, () => this.offer(paper, seed))
      } catch (reason) {
        fill(this, failure(() => print(key), reason))
        throw reason
      }
    }
    return [button('yx-quiet', examText.printPaper, () => print(false)), button('yx-quiet', examText.printKey, () => print(true))]
  }

  /**
   * A notice of the exam in progress, for pages that show something else.
   *
   * @private
   */
  unfinished() {
    const { app, session } = this
    const paper = session && app.index.papers.find(({ id }) => id === session.paper)
    if (!session || !paper) {
      return null
    }
    const givingUp = new Confirmation(
      { button: examText.giveUp, keep: examText.notGivenUp, act: examText.giveUpNow },
      () => examText.reallyGiveUp(answeredOf(session)),
      () => {
        endExamSession(app, session)
        this.draw()
      }
    )
    return h(
      'div',
      { class: 'yx-notice' },
      h('p', null, `${examText.left(paper.title)}${examText.clock(clockFace(timeLeft(session.clock)))}`),
      h('div', { class: 'yx-actions' }, h('a', { class: 'yx-start', href: '#run' }, examText.goOn), givingUp.button),
      givingUp.asked
    )
  }

  /**
   * The first time everybody gets the paper with the seed of its recipe; after that the seed is new each time.
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
  async begin(paper, seed) {
    const { app } = this
    const items = assemble(paper, app.index, seed)
    if (await this.isUnkept()) {
      this.offer(paper, seed, examText.unkept)
    } else if (this.unfinished()) {
      // Begun in another tab. It is never pushed aside unasked.
      this.draw()
    } else if (items) {
      /** @type {ExamSession} */
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
      const before = app.sessions.read('exam')
      if (before) {
        // Handed in, or of a paper that there is no more.
        endExamSession(app, /** @type {ExamSession} */ (before))
      }
      app.sessions.keep('exam', session)
      location.hash = 'run'
    }
  }

  /**
   * Whether the exam before was handed in and nothing has had room for it: its sitting is all there is, and another would
   * take its place. Where storage is refused, nothing lasts anyway.
   *
   * @private
   */
  async isUnkept() {
    const { app } = this
    const left = app.sessions.read('exam')
    const exam = left && left.exam
    const records = app.records.filter((record) => exam && (record.id === exam || (record.type === 'answer' && record.exam === exam)))
    return records.length > 0 && !(await app.log.append(records)) && !isPending(records[0].id) && app.log.trouble !== 'refused'
  }

  /**
   * @private
   * @param {ExamSession} session
   */
  async sit(session) {
    const { app } = this
    const paper = app.index.papers.find(({ id }) => id === session.paper)
    const items = standing(session.items, app.index)
    if (!paper || !items.length) {
      endExamSession(app, session)
      this.list(true)
      return
    }
    // Questions that were retired or changed since the exam began are left out.
    const asked = { ...session, items, questions: items.map(({ question }) => question) }
    this.sitting = new ExamSitting(app, this, paper, asked, (late) => this.end(asked, late))
    try {
      await this.sitting.start()
    } catch (reason) {
      this.close()
      fill(this, failure(() => this.draw(), reason))
      throw reason
    }
    const gone = session.items.length - items.length
    if (gone) {
      this.sitting.status.textContent = examText.shrunk(gone)
    }
  }

  /**
   * Grades and hands in. If that fails, the session stays and it can be tried again.
   *
   * @private
   * @param {ExamSession} session
   * @param {boolean} late
   */
  async end(session, late) {
    this.close()
    try {
      await this.handIn(session)
      this.note = late ? examText.timeUp : undefined
      location.replace(`#exam=${session.exam}`)
    } catch (reason) {
      fill(this, failure(() => this.end(session, late), reason))
      throw reason
    }
  }

  /**
   * @private
   * @param {ExamSession} session
   */
  async handIn(session) {
    const { app } = this
    const paper = app.index.papers.find(({ id }) => id === session.paper)
    if (isPending(session.exam)) {
      // Handed in by another tab, and on its way into the log.
      await app.refresh()
    }
    const known = examsOf(app).some(({ id }) => id === session.exam)
    if (paper && !known) {
      const items = standing(session.items, app.index)
      const questions = await Promise.all(items.map(({ question }) => loadQuestion(app.index, question)))
      const { answers } = withLines(app, session)
      questions.forEach((question) => restoreDraft(question, answers[question.id]))
      const right = new Set(questions.filter(isRight).map(({ id }) => id))
      const result = mark(paper, items, app.index, right)
      const { start, minutes, seen } = tick(session.clock, app.now, 0)
      const exam = { ...session, answers, id: session.exam, start, end: Math.min(seen, start + minutes * 60000) }
      const kept = await app.add(/** @type {any} */ (handIn(exam, items, app.index, result, right)))
      if (!kept && !isPending(exam.id)) {
        // The result is shown, and the sitting can be handed in again at the next visit.
        return
      }
    }
    endExamSession(app, session)
  }

  /**
   * @private
   * @param {string} id
   */
  showResult(id) {
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

/**
 * What is true of a paper whatever its seed: how many questions its cases have, only the filled paper tells.
 *
 * @param {Paper} paper
 */
function factsOf({ minutes, pass, sections }) {
  const sum = (/** @type {(part: import('../../core/bank.js').Part) => number} */ of) =>
    sections.reduce((total, part) => total + of(part), 0)
  const asked = examText.count(
    sum(({ count, cases }) => (cases ? 0 : count)),
    sum(({ count, cases }) => (cases ? count : 0))
  )
  return { minutes, pass, of: sum(({ count, points }) => count * points), asked }
}

/** @param {ExamSession} session */
function answeredOf({ answers }) {
  return Object.values(answers).filter((answer) => !isBlank(answer)).length
}

function newSeed() {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** @param {string} hash - from the address, so it is not trusted */
function decode(hash) {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch (_) {
    return ''
  }
}

