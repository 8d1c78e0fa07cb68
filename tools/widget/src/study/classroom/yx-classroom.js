import { beginMeeting, countsOf, roundAt, setCounts, stopOf } from '../../core/classroom-session.js'
import { codeOf } from '../../core/classroom-set.js'
import { openLocal } from '../../store/local-storage.js'
import { newId } from '../../store/new-id.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { loadIndex } from '../../ui/site-index.js'
import { Confirmation } from '../shared/confirmation.js'
import { offerDocuments } from '../shared/document-chooser.js'
import { failure } from '../shared/failure.js'
import { clausesOf } from '../shared/recitation.js'
import { loadRecitation, loadWantedIndex } from '../shared/site-data.js'
import { roomText } from './classroom-text.js'
import { Host } from './host.js'
import { MinutesForm } from './minutes-form.js'
import { Room } from './room.js'
import { Setup } from './setup.js'
import { voteOf } from './sheet.js'
import { endSlide } from './slides.js'
import { Stage } from './stage.js'

/** @import { Counts, Meeting } from '../../core/classroom-session.js' */
/** @import { RoomSet } from '../../core/classroom-set.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */
/** @import { Source } from './slides.js' */

/** What a window may show of a meeting. */
const VIEWS = ['stage', 'host', 'minutes']

/**
 * The name of a window beside the projector's, which the room does not see; it lasts as long as the window does. Any other may
 * be what the room looks at.
 */
const ASIDE = 'yanxi-host'

/** How long another window may take to answer, ms. */
const ANSWERED = 300

/**
 * The branch studies together. The address says what this window shows: the set that is being prepared (`#set=…`), what the
 * projector shows (`#stage`), what the secretary sees (`#host`), or the minutes (`#minutes`). Nobody's answers are read here,
 * and none are written.
 */
export class Classroom extends HTMLElement {
  connectedCallback() {
    this.classList.add('yx-study')
    this.route = () => this.draw()
    addEventListener('hashchange', this.route)
    this.enter()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', /** @type {() => void} */ (this.route))
    this.view?.close()
    this.room?.close()
  }

  /**
   * Takes the hands of a round that were counted in another way, for the question on the screen: `setCounts(1, {A: 3, B: 12})`.
   *
   * @param {1 | 2} round - the first, or the one after the discussion
   * @param {Counts} counts - all of it
   */
  setCounts(round, counts) {
    this.room?.act((meeting) => setCounts(meeting, stopOf(meeting).id, round === 2 ? 1 : 0, counts))
  }

  /** What is being voted on: the question, the round, and what has been counted; nothing between votes. */
  get vote() {
    const meeting = this.room && this.room.meeting
    const stop = meeting && stopOf(meeting)
    const round = stop && roundAt(meeting, stop)
    return stop && round !== undefined
      ? { question: stop.id, round: round + 1, counts: countsOf(meeting, stop.id, round) }
      : undefined
  }

  /** @private */
  async enter() {
    try {
      const local = openLocal()
      const wanted = await loadWantedIndex()
      /** @type {Room} */
      const room = new Room(
        local,
        () => this.room && this.changed(),
        () => this.beat()
      )
      this.room = room
      const { meeting } = room
      const known = meeting && wanted.documents.some(({ id }) => id === meeting.document)
      const index = meeting && known ? await loadIndex(meeting.document) : wanted
      const recitation = await loadRecitation(index)
      if (meeting && !known) {
        room.end()
      }
      this.index = index
      /** @type {Source} */
      this.source = { index, clauses: (provision) => clausesOf(index, recitation, provision) }
      this.readable = Object.keys(index.provisions).filter((id) => recitation[id])
      this.dataset.document = index.document
      if (!room.meeting && VIEWS.includes(location.hash.slice(1))) {
        // Where storage is refused, another window has to say what is going on.
        await new Promise((resolve) => setTimeout(resolve, ANSWERED))
      }
      this.draw()
    } catch (reason) {
      fill(
        this,
        failure(() => this.enter(), reason)
      )
      throw reason
    }
  }

  /** @private */
  draw() {
    const { room, source } = this
    if (!room || !source) {
      return
    }
    const { meeting } = room
    const name = meeting ? location.hash.slice(1) : ''
    this.view?.close()
    this.view = undefined
    document.documentElement.classList.toggle('yx-on-stage', name === 'stage')
    document.documentElement.classList.toggle('yx-in-room', name === 'host' || name === 'minutes')
    scrollTo(0, 0)
    if (name === 'stage') {
      this.view = new Stage(this, room, source)
    } else if (name === 'host') {
      this.view = new Host(this, room, source, {
        stage: () => this.openStage(),
        aside: () => window.name === ASIDE,
        blocked: this.blocked === true,
        end: () => this.makeEnd()
      })
    } else if (name === 'minutes') {
      this.view = new MinutesForm(this, room, source, () => this.makeEnd())
    } else {
      this.prepare(source.index)
    }
    this.changed()
  }

  /** Offers what can be begun, and what has been. @private @param {SiteIndex} index */
  prepare(index) {
    const { source, readable = [] } = this
    new Setup(this, /** @type {Source} */ (source), {
      readable,
      notice: this.begun(),
      over: this.over === true,
      begin: (set, questions, twice, two) => this.begin(set, questions, twice, two)
    })
    this.over = false
    offerDocuments(/** @type {any} */ ({ index }), this)
  }

  /** A notice of the meeting under way. @private */
  begun() {
    const meeting = this.room && this.room.meeting
    if (!meeting) {
      return null
    }
    const at = new Date(meeting.begun)
    const when = `${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${`${at.getMinutes()}`.padStart(2, '0')}`
    const way = (/** @type {string} */ look, /** @type {string} */ hash, /** @type {string} */ words) =>
      h('a', { class: look, href: `#${hash}` }, words)
    return h(
      'div',
      { class: 'yx-notice yx-begun' },
      h('p', null, roomText.begun(when)),
      h(
        'div',
        { class: 'yx-actions' },
        way('yx-start', 'host', roomText.host),
        way('yx-quiet', 'stage', roomText.stage),
        way('yx-quiet', 'minutes', roomText.minutes),
        this.makeEnd()
      )
    )
  }

  /**
   * @private
   * @param {RoomSet} set
   * @param {string[]} questions
   * @param {boolean} twice
   * @param {boolean} two - windows
   */
  begin(set, questions, twice, two) {
    const { room, source } = this
    const { index, clauses } = /** @type {Source} */ (source)
    room?.begin(
      beginMeeting({
        id: newId(),
        document: index.document,
        code: codeOf(set, index),
        begun: Date.now(),
        read: set.read.map((id) => ({ id, clauses: clauses(id).length })),
        asked: questions.map((id) => ({ id, version: index.questions[id].v, vote: voteOf(index.questions[id].k) })),
        twice
      })
    )
    window.name = two ? ASIDE : ''
    if (two) {
      this.openStage()
    }
    location.hash = two ? 'host' : 'stage'
  }

  /** @private */
  openStage() {
    const opened = open(`${location.pathname}${location.search}#stage`, 'yanxi-stage', 'popup,width=1280,height=720')
    this.blocked = !opened
    if (opened) {
      window.name = ASIDE
      opened.focus()
    }
    return !this.blocked
  }

  /** Asks once whether to end, in place. @private @returns {HTMLElement} */
  makeEnd() {
    const ending = new Confirmation(
      { button: roomText.end, keep: roomText.noEnd, act: roomText.yesEnd },
      () => roomText.reallyEnd,
      () => this.room?.end()
    )
    return h('div', { class: 'yx-end-meeting' }, ending.button, ending.asked)
  }

  /** @private */
  changed() {
    const { room, view } = this
    const meeting = room && room.meeting
    if (meeting && view) {
      this.last = meeting
      view.show(meeting)
    } else if (view && !meeting) {
      // It was ended, here or in another window.
      this.close()
    } else if (!view && !meeting === !!this.querySelector('.yx-begun')) {
      this.over = !meeting
      this.draw()
    }
    if (room && !room.local.persistent && meeting) {
      this.warn()
    }
  }

  /** What the room sees until somebody goes on, or another meeting begins. @private */
  close() {
    const { index } = /** @type {Source} */ (this.source)
    const last = /** @type {Meeting} */ (this.last)
    this.view?.close()
    this.view = undefined
    this.last = undefined
    document.documentElement.classList.add('yx-on-stage')
    const goOn = () => {
      history.replaceState(null, '', location.pathname + location.search)
      this.draw()
    }
    fill(
      this,
      h(
        'section',
        { class: 'yx-stage', 'data-md-color-scheme': last.dark ? 'slate' : 'default', role: 'status' },
        h('div', { class: 'yx-screen' }, endSlide(last, index, button('yx-quiet', roomText.another, goOn)))
      )
    )
  }

  /** Says once that nothing of this will be there after a reload. @private */
  warn() {
    if (!document.querySelector('.yx-trouble')) {
      this.before(h('p', { class: 'yx-notice yx-trouble', role: 'status' }, roomText.unkept))
    }
  }

  /** @private */
  beat() {
    const { room, view } = this
    if (room && room.meeting && view) {
      view.tick(room.meeting)
    }
  }
}
