import { calendar, countAhead } from '../../core/calendar.js'
import { isPastMidnight } from '../../core/days.js'
import { countDue, progressOf } from '../../core/progress.js'
import { fill, h } from '../../ui/hyperscript.js'
import { showTrouble } from '../../ui/storage-notice.js'
import { examHistory } from '../shared/exam-history.js'
import { readExamSession } from '../shared/exam-session.js'
import { clausesOf, knownOf, lastRecited, recitable } from '../shared/recitation.js'
import { partsOf } from '../shared/selection.js'
import { loadRecitation, studyAddress } from '../shared/site-data.js'
import { failure } from '../shared/failure.js'
import { StudyElement } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'
import { dayGrid } from './day-grid.js'
import { meText } from './me-text.js'
import { offerTabs } from './me-tabs.js'
import { progressBar } from './progress-bar.js'
import { Resets } from './resets.js'

/** @import { Progress } from '../../core/progress.js' */
/** @import { App } from '../shared/app.js' */

/** How many weeks fit on a phone. */
const WEEKS = 12

/** The reader's progress, all of it computed from the log. */
export class Me extends StudyElement {
  constructor() {
    super()
    this.place = h('div', null)
    this.recital = h('div', { class: 'yx-recital' })
  }

  /** @param {App} app */
  start(app) {
    this.resets = new Resets(app, this.areas(app))
    fill(this, this.place, this.resets.element)
    offerTabs(this)
    app.onChange(() => this.draw())
    this.draw()
    this.recall()
  }

  /** @private Loads the recitations, after everything else has been rendered. */
  async recall() {
    try {
      this.recitation = await loadRecitation(this.app.index)
      fill(this.recital, this.recited())
    } catch (reason) {
      fill(this.recital, failure(() => this.recall(), reason))
      throw reason
    }
  }

  /**
   * @private
   * @param {App} app
   */
  areas({ index }) {
    return partsOf(index).map(({ id }) => ({ id, name: index.provisions[id].name }))
  }

  /** @private */
  draw() {
    const { app } = this
    const { index } = app
    const areas = this.areas(app)
    const all = { id: '', name: meText.total }
    const ahead = countAhead(app.records, app.now, app.here)
    // showTrouble() fills it, or takes it away.
    const trouble = h('p', { class: 'yx-notice yx-trouble', role: 'status' })
    document.querySelectorAll('.yx-trouble').forEach((other) => other.remove())
    this.resets?.draw()
    if (app.unread) {
      // Figures would say that there is nothing yet.
      fill(this.place, trouble, this.unfinished())
      showTrouble(app.log)
      return
    }
    fill(
      this.place,
      trouble,
      this.unfinished(),
      app.unreadable > 0 && h('p', { class: 'yx-notice', role: 'status' }, meText.unreadable(app.unreadable)),
      ahead > 0 && h('p', { class: 'yx-hint' }, meText.ahead(ahead)),
      !app.records.length && h('p', null, meText.nothing),
      this.days(),
      h('h2', null, meText.areas),
      h('ul', { class: 'yx-progress-list' }, [all, ...areas].map(({ id, name }) => h('li', null, this.area(id, name)))),
      h('p', { class: 'yx-hint' }, `${meText.barNote}${meText.masteredNote}`),
      fill(this.recital, this.recited()),
      h('h2', null, text.exams.history),
      examHistory(app, ({ id }) => `${studyAddress(index, 'exam')}#exam=${id}`)
    )
    showTrouble(app.log)
  }

  /** @private */
  unfinished() {
    const { app } = this
    const session = readExamSession(app)
    const paper = session && app.index.papers.find(({ id }) => id === session.paper)
    return paper && h('p', { class: 'yx-notice' }, h('a', { href: `${studyAddress(app.index, 'exam')}#run` }, meText.exam(paper.title)))
  }

  /** @private */
  days() {
    const { app } = this
    const days = calendar(app.records, app.now, app.here, WEEKS)
    const practised = days.filter(({ answers }) => answers).length
    const today = days[days.length - 1]
    return [
      h('p', { class: 'yx-total' }, `${meText.today(today.answers)} · ${meText.days(practised, WEEKS)}`),
      isPastMidnight(app.now, app.here) && h('p', null, meText.night(today.date)),
      /** @type {any} */ (dayGrid(days)),
      h('p', { class: 'yx-hint' }, meText.daysNote)
    ]
  }

  /**
   * @private
   * @param {string} scope
   * @param {string} name
   */
  area(scope, name) {
    const { app } = this
    const { index } = app
    const sum = { ...progressOf(scope, app.history, index, app.here), due: countDue(scope, app.schedule, index, app.now) }
    return [
      h('b', null, name),
      /** @type {any} */ (progressBar(name, sum)),
      h('dl', { class: 'yx-figures' }, figures(sum)),
      sum.due > 0 && !scope && h('a', { class: 'yx-start', href: studyAddress(app.index, 'review') }, meText.dueNow(sum.due))
    ]
  }

  /** @private */
  recited() {
    const { app, recitation } = this
    if (!recitation) {
      return null
    }
    const last = lastRecited(app)
    const provisions = Object.keys(recitation).map((id) => ({ id, clauses: recitable(clausesOf(app.index, recitation, id)) }))
    const known = provisions.reduce((sum, { id, clauses }) => sum + knownOf(last, id, clauses), 0)
    const total = provisions.reduce((sum, { clauses }) => sum + clauses.length, 0)
    return h('a', { href: studyAddress(app.index, 'recite') }, meText.recited(known, total))
  }
}

/** @param {Progress & {due: number}} sum */
function figures({ total, seen, right, mastered, due }) {
  /** @type {[string, string][]} */
  const pairs = [
    [meText.seen, meText.of(seen, total)],
    [meText.right, `${right}`],
    [meText.mastered, `${mastered}`],
    [meText.due, `${due}`]
  ]
  return pairs.map(([name, figure]) => h('div', null, h('dt', null, name), h('dd', null, figure)))
}
