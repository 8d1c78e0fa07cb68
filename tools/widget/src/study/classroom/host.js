import {
  addTeam,
  award,
  goTo,
  MOST_TEAMS,
  nameTeam,
  removeTeam,
  setTimer,
  stopOf,
  stopsOf,
  takeBack,
  toAnswer,
  toggleTimer
} from '../../core/classroom-session.js'
import { toEntry } from '../../store/classroom-store.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { failure } from '../shared/failure.js'
import { phaseOf, roomText } from './classroom-text.js'
import { moveRoom, pressKey } from './room-keys.js'
import { showPhones } from './phone-results.js'
import { timerFace } from './room-timer.js'
import { copied, readSheet } from './sheet.js'
import { makeSlide, nameOf, placeOf } from './slides.js'
import { barsLegend, optionBars } from './vote-bars.js'
import { showCounter } from './vote-counter.js'

/** @import { Meeting, Stop } from '../../core/classroom-session.js' */
/** @import { Room } from './room.js' */
/** @import { Sheet } from './sheet.js' */
/** @import { Source } from './slides.js' */

const MINUTES = [1, 2, 3, 5]
const MINUTE = 60000

/** What the secretary alone sees: the answer, the counts, what comes next, the plan. */
export class Host {
  /**
   * @param {HTMLElement} host - whose children it replaces
   * @param {Room} room
   * @param {Source} source
   * @param {object} ways
   * @param {() => boolean} ways.stage - opens the window for the projector, and says whether it could
   * @param {() => boolean} ways.aside - whether the room sees another window, so that the answers may stand here
   * @param {boolean} ways.blocked - whether it could not when the meeting began
   * @param {() => HTMLElement} ways.end - the button that ends, and asks first
   */
  constructor(host, room, source, ways) {
    this.room = room
    this.source = source
    this.aside = ways.aside
    /** The question whose answer was asked for where the room may see it. */
    this.uncovered = ''
    this.noted = h('p', { class: 'yx-notice', role: 'status' })
    this.note(ways.blocked ? roomText.blocked : '')
    /** @type {Sheet | undefined} */
    this.sheet = undefined
    /** What stands there, so that it is drawn anew only when it changes. */
    this.drawn = ''
    this.status = h('p', { class: 'yx-unseen', role: 'status' })
    this.now = h('section', { class: 'yx-panel-now', 'aria-label': roomText.now })
    this.why = h('section', { class: 'yx-panel-why yx-solution', 'aria-label': roomText.answer })
    this.then = h('section', { class: 'yx-panel-then', 'aria-label': roomText.then })
    this.counterPlace = h('div', null)
    this.phones = h('section', { class: 'yx-panel-phones', 'aria-label': roomText.phones })
    this.timer = h('section', { class: 'yx-panel-timer', 'aria-label': roomText.timer })
    this.face = h('b', { class: 'yx-time-left', role: 'timer' })
    this.teams = h('section', { class: 'yx-panel-teams', 'aria-label': roomText.teams })
    this.plan = h('ol', { class: 'yx-program' })
    this.people = h('input', {
      type: 'text',
      inputmode: 'numeric',
      maxlength: 3,
      autocomplete: 'off',
      oninput: () =>
        this.room.act((meeting) => ({ ...meeting, form: { ...meeting.form, present: toEntry(this.people.value) } }))
    })
    this.back = button('yx-quiet yx-go', roomText.previous, () => moveRoom(room, -1))
    this.forth = button('yx-quiet yx-go', roomText.next, () => moveRoom(room, 1))
    this.reveal = button('yx-quiet', roomText.reveal, () => room.act(toAnswer))
    this.black = button('yx-quiet', roomText.blacken, () =>
      room.act((meeting) => ({ ...meeting, black: !meeting.black }))
    )
    this.press = (/** @type {KeyboardEvent} */ event) =>
      pressKey(event, room, {
        step: (step) => moveRoom(room, step),
        scrolls: true,
        letters: () => (this.sheet ? this.sheet.letters : ''),
        counting: () => this.counterPlace.contains(document.activeElement),
        more: {}
      })
    document.addEventListener('keydown', this.press)
    fill(
      host,
      h(
        'div',
        { class: 'yx-host' },
        h(
          'div',
          { class: 'yx-host-top yx-actions' },
          button('yx-quiet', roomText.openStage, () => {
            this.note(ways.stage() ? '' : roomText.blocked)
            this.showAgain()
          }),
          h('a', { class: 'yx-quiet', href: '#minutes' }, roomText.minutes),
          h('label', { class: 'yx-people' }, h('span', null, roomText.people), this.people),
          ways.end()
        ),
        this.noted,
        h('div', { class: 'yx-host-told' }, this.now, this.why, this.then),
        h(
          'div',
          { class: 'yx-host-done' },
          this.counterPlace,
          this.phones,
          this.timer,
          h('section', null, h('h2', null, roomText.plan), this.plan),
          this.teams,
          keyTable(),
          h('p', { class: 'yx-hint' }, roomText.awayFromLog)
        ),
        h('div', { class: 'yx-foot' }, this.back, this.reveal, this.black, this.forth),
        this.status
      )
    )
  }

  close() {
    document.removeEventListener('keydown', this.press)
  }

  /** @private @param {string} words */
  note(words) {
    this.noted.textContent = words
    this.noted.hidden = !words
  }

  /** @param {Meeting} meeting */
  async show(meeting) {
    const stop = stopOf(meeting)
    const { form } = meeting
    if (this.people !== document.activeElement) {
      this.people.value = form.present || ''
    }
    this.black.setAttribute('aria-pressed', `${meeting.black}`)
    this.back.disabled = meeting.at === 0
    this.forth.disabled = meeting.at === stopsOf(meeting).length - 1
    this.forth.toggleAttribute('data-ready', !this.forth.disabled)
    this.reveal.hidden = !['ask', 'discuss', 'again'].includes(stop.kind)
    this.showTimer(meeting)
    this.showTeams(meeting)
    this.showPlan(meeting)
    const drawn = JSON.stringify([
      meeting.id,
      meeting.at,
      meeting.counts,
      form,
      stop.kind === 'close' && meeting.teams,
      this.covers(stop)
    ])
    if (drawn !== this.drawn) {
      this.drawn = drawn
      try {
        await this.draw(meeting, stop, drawn)
      } catch (reason) {
        this.drawn = ''
        fill(
          this.now,
          failure(() => this.show(meeting), reason)
        )
        throw reason
      }
    }
    showPhones(this.phones, this.room, meeting, stop.kind === 'close')
    this.counter = showCounter(this.counterPlace, this.room, this.sheet, this.counter)
  }

  /** Whether the room may see this window, and not yet the answer. @private @param {Stop} stop */
  covers({ kind, id }) {
    return kind !== 'answer' && id !== this.uncovered && !this.aside()
  }

  /** @private */
  showAgain() {
    const { meeting } = this.room
    if (meeting) {
      this.show(meeting)
    }
  }

  /** What asks for the answer. @private @param {Stop} stop */
  cover({ id }) {
    const uncover = () => {
      this.uncovered = id
      this.showAgain()
    }
    return [h('p', null, button('yx-quiet', roomText.uncover, uncover)), h('p', { class: 'yx-hint' }, roomText.covered)]
  }

  /** @private @param {Meeting} meeting @param {Stop} stop @param {string} drawn */
  async draw(meeting, stop, drawn) {
    const next = stopsOf(meeting)[meeting.at + 1]
    const { index } = this.source
    const sheet = index.questions[stop.id] ? await readSheet(index, stop.id) : undefined
    const following =
      next && index.questions[next.id] && next.id !== stop.id ? await readSheet(index, next.id) : undefined
    const covered = this.covers(stop)
    const body = sheet ? told(meeting, sheet, covered) : await makeSlide(meeting, stop, this.source)
    if (this.drawn === drawn) {
      this.sheet = sheet
      const heading = [roomText.now, placeOf(meeting, stop)].filter(Boolean).join(' · ')
      fill(
        this.now,
        h('h2', null, heading, ' ', h('b', { class: 'yx-phase' }, phaseOf(stop, !sheet || sheet.vote !== 'after'))),
        body
      )
      fill(this.why, sheet && (covered ? this.cover(stop) : explained(sheet)))
      fill(
        this.then,
        h('h2', null, roomText.then),
        h('p', null, next ? this.nameOf(next) : roomText.nothing),
        following && h('blockquote', null, following.text)
      )
      this.status.textContent = `${phaseOf(stop, true)} ${placeOf(meeting, stop)}`
    }
  }

  /** @private @param {Stop} stop */
  nameOf(stop) {
    const { index } = this.source
    if (stop.kind === 'read') {
      return `${roomText.planRead(nameOf(index, stop.id))} · ${roomText.clauseAt(stop.n + 1)}`
    }
    return stop.id ? `${roomText.planAsk(stop.n + 1)} · ${phaseOf(stop, true)}` : phaseOf(stop, true)
  }

  /** @private @param {Meeting} meeting */
  showPlan(meeting) {
    const stops = stopsOf(meeting)
    const here = stops[meeting.at]
    const part = (/** @type {Stop} */ { kind, id }) => (kind === 'read' || !id ? `${kind} ${id}` : `ask ${id}`)
    if (this.plan.dataset.meeting !== meeting.id) {
      const firsts = stops
        .map((stop, at) => ({ stop, at }))
        .filter(({ stop, at }) => at === 0 || part(stop) !== part(stops[at - 1]))
      this.plan.dataset.meeting = meeting.id
      fill(
        this.plan,
        firsts.map(({ stop, at }) =>
          h(
            'li',
            { 'data-part': part(stop) },
            button('yx-step-to', this.nameOfPart(stop), () => this.room.act((now) => goTo(now, at)))
          )
        )
      )
    }
    for (const item of /** @type {HTMLCollectionOf<HTMLElement>} */ (this.plan.children)) {
      const current = item.dataset.part === part(here)
      const to = /** @type {Element} */ (item.firstElementChild)
      if (current && !to.hasAttribute('aria-current')) {
        this.plan.scrollTop = item.offsetTop - this.plan.clientHeight / 2
      }
      to.toggleAttribute('aria-current', current)
      if (current) {
        to.setAttribute('aria-current', 'step')
      }
      item.toggleAttribute(
        'data-done',
        meeting.visited.some((at) => stops[at] && part(stops[at]) === item.dataset.part)
      )
    }
  }

  /** @private @param {Stop} stop */
  nameOfPart(stop) {
    const { index } = this.source
    if (stop.kind === 'read') {
      return roomText.planRead(nameOf(index, stop.id))
    }
    const facts = index.questions[stop.id]
    return stop.id
      ? [roomText.planAsk(stop.n + 1), facts && index.provisions[facts.p].citation, facts && index.kinds[facts.k]]
          .filter(Boolean)
          .join(' · ')
      : roomText.phases[stop.kind]
  }

  /** @private @param {Meeting} meeting */
  showTimer(meeting) {
    const { timer } = meeting
    const sign = JSON.stringify(timer && [timer.length, timer.since > 0])
    if (this.timer.dataset.drawn !== sign) {
      this.timer.dataset.drawn = sign
      const act = (/** @type {(meeting: Meeting) => Meeting} */ change) => () => this.room.act(change)
      fill(
        this.timer,
        h('h2', null, roomText.timer, ' ', this.face),
        h(
          'div',
          { class: 'yx-actions' },
          timer &&
            button(
              'yx-quiet',
              timer.since ? roomText.pauseTimer : roomText.startTimer,
              act((now) => toggleTimer(now, Date.now()))
            ),
          timer &&
            button(
              'yx-quiet',
              roomText.noTimer,
              act((now) => setTimer(now, 0))
            ),
          !timer &&
            MINUTES.map((minutes) =>
              button(
                'yx-quiet',
                roomText.minutesLong(minutes),
                act((now) => toggleTimer(setTimer(now, minutes * MINUTE), Date.now()))
              )
            )
        )
      )
    }
    this.tick(meeting)
  }

  /** @param {Meeting} meeting */
  tick(meeting) {
    const face = timerFace(meeting, Date.now())
    if (this.face.textContent !== face) {
      this.face.textContent = face
    }
  }

  /** @private @param {Meeting} meeting */
  showTeams({ teams, awards, board }) {
    const { room } = this
    if (
      this.teams.contains(document.activeElement) &&
      document.activeElement instanceof HTMLInputElement &&
      this.teams.dataset.count === `${teams.length}`
    ) {
      return
    }
    const focused = this.teams.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset.name
      : undefined
    this.teams.dataset.count = `${teams.length}`
    const press = (
      /** @type {string} */ name,
      /** @type {string} */ words,
      /** @type {(meeting: Meeting) => Meeting} */ change,
      label = words
    ) => {
      const made = button('yx-quiet', words, () => room.act(change))
      made.dataset.name = name
      made.setAttribute('aria-label', label)
      return made
    }
    fill(
      this.teams,
      h('h2', null, roomText.teams),
      teams.length === 0 && h('p', { class: 'yx-hint' }, roomText.noTeams),
      h(
        'ul',
        { class: 'yx-team-list' },
        teams.map(({ name, points }, at) =>
          h(
            'li',
            null,
            this.teamName(name, at),
            press(`fewer ${at}`, '−', (now) => award(now, at, -1), roomText.fewer(name)),
            h('output', null, points),
            press(`more ${at}`, '＋', (now) => award(now, at, 1), roomText.more(name)),
            press(`remove ${at}`, '×', (now) => removeTeam(now, at), roomText.removeTeam(name))
          )
        )
      ),
      h(
        'div',
        { class: 'yx-actions' },
        teams.length < MOST_TEAMS &&
          press('add', roomText.addTeam, (now) => addTeam(now, roomText.team(now.teams.length))),
        awards.length > 0 && press('undo', roomText.undo, takeBack),
        teams.length > 0 && boardSwitch(room, board)
      )
    )
    const again =
      focused && Array.from(this.teams.querySelectorAll('button')).find(({ dataset }) => dataset.name === focused)
    if (again) {
      again.focus({ preventScroll: true })
    }
  }

  /** @private @param {string} name @param {number} at */
  teamName(name, at) {
    const input = h('input', {
      type: 'text',
      value: name,
      maxlength: 12,
      autocomplete: 'off',
      'aria-label': roomText.teamName(at),
      oninput: () => this.room.act((now) => nameTeam(now, at, input.value))
    })
    return input
  }
}

/**
 * A question with all that the room does not see yet.
 *
 * @param {Meeting} meeting
 * @param {Sheet} sheet
 * @param {boolean} covered - without it
 */
function told(meeting, sheet, covered) {
  const hands = sheet.vote !== 'after' && !covered
  return h(
    'div',
    { class: 'yx-solution' },
    sheet.material.length > 0 && h('aside', { class: 'yx-material' }, copied(sheet.material)),
    h('h3', null, copied(covered ? sheet.stem : sheet.answeredStem)),
    (covered ? sheet.rows : sheet.answeredRows).map((list) =>
      h(
        'ul',
        { class: 'yx-options' },
        list.map(({ sign, words, right }) =>
          h(
            'li',
            { class: hands && right ? 'yx-right' : undefined },
            sign && h('b', null, sign),
            h('span', null, copied(words)),
            hands && right && h('em', null, '✓'),
            hands && optionBars(meeting, sheet, sign)
          )
        )
      )
    ),
    !covered && barsLegend(meeting, sheet)
  )
}

/** @param {Sheet} sheet */
function explained({ vote, key, explain, sources }) {
  return [
    vote === 'after' && h('p', null, h('b', null, roomText.answer), key),
    h('p', null, copied(explain)),
    ...sources.map(({ at, words }) =>
      h('blockquote', null, at && h('cite', null, `${roomText.source}（${at}）：`), words)
    )
  ]
}

/** @param {Room} room @param {boolean} on */
function boardSwitch(room, on) {
  const input = h('input', {
    type: 'checkbox',
    checked: on,
    autocomplete: 'off',
    onchange: () => room.act((now) => ({ ...now, board: input.checked }))
  })
  return h('label', { class: 'yx-tick' }, input, roomText.board)
}

function keyTable() {
  return h(
    'details',
    { class: 'yx-fold' },
    h('summary', null, roomText.keys),
    h(
      'dl',
      { class: 'yx-keys' },
      roomText.keyRows.map(([key, what]) => h('div', null, h('dt', null, key), h('dd', null, what)))
    )
  )
}
