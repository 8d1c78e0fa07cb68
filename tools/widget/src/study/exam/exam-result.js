import { factsOf } from '../../core/bank.js'
import { MINUTE } from '../../core/days.js'
import { assemble, isBlank, mark } from '../../core/exam.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { isWeChat } from '../../ui/wechat.js'
import { dateOf } from '../shared/dates.js'
import { titleOf } from '../shared/exam-history.js'
import { QuestionRun } from '../shared/question-run.js'
import { loadQuestion } from '../shared/site-data.js'
import { failure } from '../shared/failure.js'
import { text } from '../shared/study-text.js'
import { showSummary } from '../shared/summary.js'
import { revealResult, restoreDraft } from './exam-question.js'
import { examText } from './exam-text.js'

/** @import { Sum } from '../../core/exam.js' */
/** @import { Answer } from '../../core/history.js' */
/** @import { Exam } from '../../store/record.js' */
/** @import { App } from '../shared/app.js' */

/** The result of an exam: verdict, points, every question with its explanation. */
export class ExamResult {
  /**
   * @param {App} app
   * @param {HTMLElement} host - whose children it replaces
   * @param {Exam} exam
   * @param {string} [note] - said first
   */
  constructor(app, host, exam, note) {
    this.app = app
    this.host = host
    this.exam = exam
    this.note = note
    this.answers = answersOf(app, exam)
    this.right = new Set(exam.questions.filter((id) => (this.answers.get(id) || { result: '' }).result === 'right'))
    /** The questions that are still in the bank; those answered, unchanged since the exam. */
    this.asked = exam.questions.filter((id) => {
      const facts = factsOf(app.index, id)
      const answer = this.answers.get(id)
      return facts && (!answer || facts.v === answer.version)
    })
  }

  show() {
    const { app, host, exam } = this
    const wrong = this.asked.filter((id) => !this.right.has(id))
    const blank = exam.questions.filter((id) => !this.answers.has(id)).length
    const minutes = (exam.end - exam.at) / MINUTE
    const title = h(
      'h2',
      { class: exam.passed ? 'yx-passed' : 'yx-missed', tabindex: '-1' },
      `${text.exams.points(exam.points, exam.of)} · ${examText.verdict(exam.passed)}`
    )
    const place = h('div', { class: 'yx-papers-questions', 'data-from': 'mistakes' })
    const sums = this.sums()
    const paper = fold(
      examText.paper(this.asked.length),
      this.filter(place, wrong.length),
      this.asked.length < exam.questions.length &&
        h('p', { class: 'yx-hint' }, examText.gone(exam.questions.length - this.asked.length)),
      place
    )
    fill(
      host,
      this.note && h('p', { class: 'yx-notice' }, this.note),
      h('p', { class: 'yx-kicker' }, titleOf(app, exam)),
      title,
      h('p', { class: 'yx-signed' }, examText.signed(dateOnPaper(exam.end))),
      h(
        'p',
        null,
        h('span', { class: 'yx-day' }, dateOf(app, { at: exam.end }), ' · '),
        examText.took(minutes),
        ' · ',
        examText.rightOf(this.right.size, exam.questions.length),
        blank > 0 && ` · ${examText.blank(blank)}`
      ),
      h(
        'p',
        { class: 'yx-actions' },
        wrong.length > 0 && button('yx-start', examText.again(wrong.length), () => this.practise(wrong)),
        app.index.papers.some(({ id }) => id === exam.paper) &&
          h('a', { class: 'yx-resume', href: `#paper=${encodeURIComponent(exam.paper)}` }, examText.once),
        h('a', { class: 'yx-resume', href: '#list' }, examText.list),
        !isWeChat() && button('yx-quiet', examText.print, () => window.print())
      ),
      sums && fold(examText.sums, sums),
      paper
    )
    title.focus({ preventScroll: true })
    if (host.getBoundingClientRect().top < 0) {
      scrollTo(0, 0)
    }
    return this.list(place)
  }

  /** Closes the run, if the reader is practising again. */
  close() {
    if (this.run) {
      this.run.close()
      this.run = undefined
    }
  }

  /**
   * Tables of points by part, area and kind; null where the bank has changed so much that the paper cannot be assembled again.
   *
   * @private
   */
  sums() {
    const { app, exam, right } = this
    const paper = app.index.papers.find(({ id }) => id === exam.paper)
    const items = paper && assemble(paper, app.index, exam.seed)
    const asked = new Set(exam.questions)
    const same = items && items.length === asked.size && items.every(({ question }) => asked.has(question))
    if (!paper || !same) {
      return null
    }
    const result = mark(paper, items, app.index, right)
    const { provisions, kinds } = app.index
    return [
      // Where each part is one kind, the table of kinds says the same.
      result.parts.length !== result.kinds.size && table(examText.byPart, result.parts.map((sum, at) => [paper.sections[at].title, sum])),
      table(examText.byArea, rowsOf(result.areas, Object.keys(provisions), (area) => provisions[area].name)),
      table(examText.byKind, rowsOf(result.kinds, Object.keys(kinds), (kind) => kinds[kind]))
    ]
  }

  /**
   * @private
   * @param {HTMLElement} place
   * @param {number} wrong
   */
  filter(place, wrong) {
    const toggle = button('yx-quiet', examText.onlyWrong(wrong), () => {
      const only = place.classList.toggle('yx-only-wrong')
      toggle.textContent = only ? examText.everything : examText.onlyWrong(wrong)
    })
    return wrong > 0 && wrong < this.asked.length && h('p', { class: 'yx-actions' }, toggle)
  }

  /**
   * @private
   * @param {HTMLElement} place
   */
  async list(place) {
    const { app, exam } = this
    try {
      const questions = await Promise.all(this.asked.map((id) => loadQuestion(app.index, id)))
      fill(place, questions)
      questions.forEach((question) => {
        const meta = question.querySelector('.yx-meta')
        const entered = exam.answers[question.id]
        if (meta) {
          meta.textContent = `${exam.questions.indexOf(question.id) + 1} · ${meta.textContent}`
        }
        restoreDraft(question, entered)
        revealResult(question, this.right.has(question.id) ? 'right' : 'wrong', !isBlank(entered))
      })
    } catch (reason) {
      fill(place, failure(() => this.list(place), reason))
      throw reason
    }
  }

  /**
   * @private
   * @param {string[]} questions
   */
  practise(questions) {
    /** @type {import('../shared/question-run.js').Course} */
    const course = {
      from: 'mistakes',
      questions,
      position: 0,
      results: {},
      keep() {},
      leave: () => this.back(),
      end: () => {
        const answered = questions.filter((id) => course.results[id])
        const right = answered.filter((id) => course.results[id] === 'right')
        this.close()
        showSummary(
          this.host,
          examText.practised(answered.length, right.length),
          '',
          button('yx-start', examText.results, () => this.back())
        )
      }
    }
    this.run = new QuestionRun(this.app, this.host, course)
    this.run.show(true)
  }

  /** @private */
  back() {
    this.close()
    this.note = undefined
    this.show()
  }
}

/** @param {number} at */
function dateOnPaper(at) {
  const day = new Date(at)
  return examText.day(day.getFullYear(), day.getMonth() + 1, day.getDate())
}

/**
 * @param {string} title
 * @param {...import('../../ui/hyperscript.js').Child} children
 */
function fold(title, ...children) {
  return h('details', { class: 'yx-fold' }, h('summary', null, title), ...children)
}

/**
 * The log's answer to each question: unlike the exam's record it has the question's version.
 *
 * @param {App} app
 * @param {Exam} exam
 */
function answersOf(app, exam) {
  /** @type {Map<string, Answer>} */
  const answers = new Map()
  for (const record of app.records) {
    if (record.type === 'answer' && record.exam === exam.id && !answers.has(record.question)) {
      answers.set(record.question, record)
    }
  }
  return answers
}

/**
 * @param {Map<string, Sum>} sums
 * @param {string[]} order - of the keys
 * @param {(key: string) => string} nameOf
 * @returns {[string, Sum][]}
 */
function rowsOf(sums, order, nameOf) {
  return order.filter((key) => sums.has(key)).map((key) => [nameOf(key), /** @type {Sum} */ (sums.get(key))])
}

/**
 * @param {string} caption
 * @param {[string, Sum][]} rows
 */
function table(caption, rows) {
  const cell = (/** @type {string} */ words) => h('td', null, words)
  return h(
    'table',
    { class: 'yx-sums' },
    h('caption', null, caption),
    h(
      'thead',
      null,
      h('tr', null, [examText.name, examText.rightCount, examText.score].map((name) => h('th', { scope: 'col' }, name)))
    ),
    h(
      'tbody',
      null,
      rows.map(([name, { right, total, points, of }]) =>
        h('tr', null, h('th', { scope: 'row' }, name), cell(`${right} / ${total}`), cell(`${points} / ${of}`))
      )
    )
  )
}
