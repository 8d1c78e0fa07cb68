import { factsOf } from '../../core/bank.js'
import { gainsOf } from '../../core/gains.js'
import { firstOf } from '../../core/pick.js'
import { newId } from '../../store/new-id.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { whenIdle } from '../../ui/page-ready.js'
import { text as widgetText } from '../../ui/text.js'
import { selectionForm } from '../shared/selection-form.js'
import { chosen, describe, inOrder, toChoice } from '../shared/selection.js'
import { SessionElement } from '../shared/session-element.js'
import { studyAddress } from '../shared/site-data.js'
import { backToSkipped, skippedOf } from '../shared/skipped.js'
import { text } from '../shared/study-text.js'
import { showSummary, sumUp } from '../shared/summary.js'
import { practiceText } from './practice-text.js'
import { fetchAhead, giveResult } from './give-result.js'
import { SETS, TEN, makeSet, openMistakes, partAt, resumeSet, roomSet } from './sets.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from '../shared/app.js' */
/** @import { Choice } from '../shared/selection.js' */
/** @import { Results } from '../shared/session-element.js' */
/** @import { SetName } from './sets.js' */

/**
 * Asks ten questions, or those that the reader selects, and links to the other ways to study. `?set=new` (or mistakes, part)
 * begins ten at once, `?scope=a1` selects a part, `?room=…` begins what a room does together.
 */
export class Practice extends SessionElement {
  get name() {
    return 'practice'
  }

  /** @param {App} app */
  preview(app) {
    if (!wantedSet() && !wantedRoom() && location.hash !== '#run') {
      this.app = app
      this.offered = true
      this.offer(this.resumable())
    }
  }

  /** @param {App} app */
  start(app) {
    const url = new URL(location.href)
    const [set, room] = [wantedSet(), wantedRoom()]
    if (set || room) {
      const left = this.left()
      const same = left && (set ? left.set === set : left.room === room)
      const session = (same && resumeSet(left)) || (set ? makeSet(app, set, url.searchParams.get('scope') || '') : roomSet(app, room))
      url.searchParams.delete('set')
      url.searchParams.delete('room')
      if (session.questions.length) {
        this.keep(session)
        url.hash = 'run'
      } else if (room) {
        this.lost = practiceText.noRoom
      }
      // So that a reload goes on with these ten, and the way back is the way out.
      history.replaceState(null, '', url.href)
    }
    super.start(app)
  }

  /**
   * Renders what takes no knowledge of the log, which may be that of a year, and the rest when the browser is idle.
   *
   * @param {Session | undefined} session
   */
  offer(session) {
    const { app } = this
    const scope = new URLSearchParams(location.search).get('scope')
    const linked = scope !== null && toChoice(app.index, { scope }).scope === scope
    const main = linked ? 'part' : session ? undefined : 'new'
    const doors = this.ways()
    const sets = this.sets(main, linked ? scope : '')
    fill(
      this,
      this.lost && h('p', { class: 'yx-notice', role: 'status' }, this.lost),
      session && !linked && this.resumption(session),
      h('div', { class: 'yx-sets', role: 'group', 'aria-label': practiceText.setsName }, sets.map(({ door }) => door)),
      doors.body,
      this.chooser(linked ? { scope } : session, linked)
    )
    const tell = () => {
      if (doors.body.isConnected) {
        doors.tell()
        if (!app.unread) {
          sets.forEach((each) => each.tell())
        }
      }
    }
    app.ready.then(() => whenIdle(tell), () => {})
  }

  /** @param {Session} session */
  go(session) {
    if (session.room !== undefined) {
      fetchAhead(this.app.index, session.questions)
    }
    return super.go(session)
  }

  /**
   * @param {Session} session
   * @param {Results} results
   */
  finish(session, results) {
    const { app } = this
    const answered = session.questions.filter((question) => results[question])
    const wrong = answered.filter((question) => results[question] === 'wrong' && factsOf(app.index, question))
    const { fresh, regained } = gainsOf(app.history.answers, results, session.begun || app.now)
    const set = SETS.find((name) => name === session.set)
    const next = makeSet(app, set || 'new', session.scope)
    const skipped = skippedOf(app, session.questions, results)
    // What comes next under the thumb, and what stands above it.
    const main = 2 * skipped.length > session.questions.length ? 'skipped' : set || !wrong.length ? 'next' : 'wrong'
    const look = (/** @type {string} */ name) => (name === main ? 'yx-start' : 'yx-quiet')
    const back = skipped.length > 0 && button(look('skipped'), text.run.toSkipped(skipped.length), () =>
      this.begin({ ...session, ...backToSkipped(session.questions, skipped, results) })
    )
    const again = wrong.length > 0 && button(look('wrong'), practiceText.wrongOnes(wrong.length), () =>
      this.begin({ ...session, room: undefined, questions: wrong, position: 0, results: {}, begun: app.now })
    )
    const more = next.questions.length > 0 && button(look('next'), practiceText.next(set || 'new'), () =>
      this.begin({ ...next, begun: app.now })
    )
    showSummary(
      this,
      sumUp(practiceText.done(answered.length, answered.length - wrong.length), answered.length, skipped.length),
      [
        h(
          'ul',
          { class: 'yx-gains' },
          [
            fresh > 0 && practiceText.fresh(fresh),
            regained > 0 && practiceText.regained(regained),
            wrong.length > 0 && practiceText.toMistakes(wrong.length),
            !skipped.length && !wrong.length && practiceText.allRight
          ].map((words) => words && h('li', null, words))
        ),
        session.room !== undefined && giveResult({ ...session, questions: roomSet(app, session.room).questions }, results)
      ],
      button('yx-quiet', practiceText.other, () => this.leave()),
      back,
      ...(set ? [again, more] : [more, again])
    )
  }

  /**
   * @private
   * @param {Session} session
   */
  resumption(session) {
    const { questions, position, set } = session
    const name = set && set in practiceText.sets ? practiceText.sets[/** @type {SetName} */ (set)] : undefined
    return h(
      'p',
      { class: 'yx-actions yx-left' },
      h('a', { class: 'yx-start', href: '#run' }, practiceText.resume(name || describe(this.app, toChoice(this.app.index, session)))),
      h('small', null, practiceText.at(position + 1, questions.length))
    )
  }

  /**
   * A button for each set of ten.
   *
   * @private
   * @param {SetName | undefined} main - what comes first
   * @param {string} scope - of the part, or none
   */
  sets(main, scope) {
    const { app } = this
    /** @type {Record<SetName, () => string | number>} */
    const about = {
      new: () => app.index.order.filter((question) => !app.history.answers.has(question)).length,
      mistakes: () => openMistakes(app).length,
      part: () => describe(app, toChoice(app.index, { scope: scope || partAt(app) }))
    }
    const names = [...SETS].sort((one, other) => Number(other === main) - Number(one === main))
    return names.map((set) => {
      const hint = h('small', null, ' ')
      const door = h(
        'button',
        { type: 'button', class: `yx-way ${set === main ? 'yx-main' : ''}`, onclick: () => this.beginSet(set, scope) },
        h('b', null, practiceText.sets[set]),
        hint
      )
      const tell = () => {
        const now = about[set]()
        hint.textContent = practiceText.hints[set](now)
        door.disabled = set === 'mistakes' && !now
      }
      return { door, tell }
    })
  }

  /**
   * @private
   * @param {SetName} set
   * @param {string} scope
   */
  async beginSet(set, scope) {
    await this.app.ready
    const session = makeSet(this.app, set, scope)
    if (session.questions.length) {
      this.begin(session)
    }
  }

  /**
   * The form that selects questions, folded until it is wanted: it counts the log.
   *
   * @private
   * @param {Partial<Choice> | Session | undefined} kept
   * @param {boolean} open
   */
  chooser(kept, open) {
    const place = h('div', null)
    const draw = async () => {
      await this.app.ready
      if (!place.firstChild) {
        this.drawChooser(place, toChoice(this.app.index, kept))
      }
    }
    const fold = h(
      'details',
      { class: 'yx-fold yx-part', open, ontoggle: () => fold.open && draw() },
      h('summary', null, practiceText.choose),
      place
    )
    if (open) {
      draw()
    }
    return fold
  }

  /**
   * @private
   * @param {Element} place
   * @param {Choice} choice - at first
   */
  drawChooser(place, choice) {
    const { app } = this
    const begin = (/** @type {number} */ most) => {
      const questions = firstOf(app.index, inOrder(app, choice, newId()), most)
      this.begin({ questions, position: 0, results: {}, begun: app.now, ...choice })
    }
    const start = button('yx-start', '', () => begin(Infinity))
    const ten = button('yx-quiet', practiceText.tenFirst, () => begin(TEN))
    const show = (/** @type {Choice} */ now) => {
      choice = now
      const count = chosen(app, choice).length
      start.textContent = practiceText.start(count)
      start.disabled = count === 0
      ten.hidden = count <= TEN
    }
    fill(
      place,
      selectionForm(app, choice, { sources: ['all', 'starred', 'mistakes'], manners: ['new', 'mixed', 'order'] }, show),
      h('p', { class: 'yx-actions' }, start, ten)
    )
    show(choice)
  }

  /** @private */
  ways() {
    const { app } = this
    const due = h('small', null, practiceText.reviewHint)
    const way = (/** @type {string} */ name, /** @type {string} */ title, /** @type {HTMLElement} */ hint) =>
      h('a', { class: 'yx-way', href: studyAddress(app.index, name) }, h('b', null, title), hint)
    const body = h(
      'nav',
      { class: 'yx-ways', 'aria-label': practiceText.ways },
      way('review', practiceText.review, due),
      way('cards', practiceText.cards, h('small', null, practiceText.cardsHint)),
      way('recite', practiceText.recite, h('small', null, practiceText.reciteHint)),
      way('exam', practiceText.exam, h('small', null, practiceText.examHint)),
      way('classroom', practiceText.classroom, h('small', null, practiceText.classroomHint))
    )
    const tell = () => {
      due.textContent = app.unread ? widgetText.unread : practiceText.due(app.due.questions.length)
    }
    return { body, tell }
  }
}

/** @returns {SetName | undefined} what the page's address wants begun at once */
function wantedSet() {
  const wanted = new URLSearchParams(location.search).get('set')
  return location.hash ? undefined : SETS.find((name) => name === wanted)
}

/** @returns {string} the code of a room's set, not trusted; empty where there is none, or it has begun */
function wantedRoom() {
  return location.hash ? '' : new URLSearchParams(location.search).get('room') || ''
}
