import { SIZES, roundAt, stopOf } from '../../core/classroom-session.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { failure } from '../shared/failure.js'
import { roomText } from './classroom-text.js'
import { moveRoom, pressKey } from './room-keys.js'
import { timerFace } from './room-timer.js'
import { readSheet } from './sheet.js'
import { handsAt, makeSlide, placeOf, scores } from './slides.js'
import { showCounter } from './vote-counter.js'

/** @import { Meeting } from '../../core/classroom-session.js' */
/** @import { Room } from './room.js' */
/** @import { Sheet } from './sheet.js' */
/** @import { Source } from './slides.js' */

/** How long the buttons stay when the mouse does not move, ms. */
const FADE = 3000

/** What a finger has to travel sideways to be more than a tap, px. */
const SWIPE = 60

/** How far type grows where there is room, and gives way before what is too long is scrolled. */
const FITS = [1.3, 1.2, 1.1, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45]

/** What the room sees: one slide, and buttons that fade. */
export class Stage {
  /**
   * @param {HTMLElement} host - whose children it replaces
   * @param {Room} room
   * @param {Source} source
   */
  constructor(host, room, source) {
    this.room = room
    this.source = source
    this.counting = false
    /** What stands there, so that it is drawn anew only when it changes. */
    this.drawn = ''
    /** @type {Sheet | undefined} */
    this.sheet = undefined
    // What is too long for it is scrolled, by keys too.
    this.place = h('div', { class: 'yx-screen', 'aria-live': 'polite', tabindex: '0' })
    this.where = h('span', null)
    this.hands = h('span', { class: 'yx-hands-raised' })
    this.timer = h('span', { class: 'yx-time-left', role: 'timer' })
    this.counterPlace = h('div', { class: 'yx-counter-place' })
    this.board = h('div', { class: 'yx-board' })
    this.black = h(
      'button',
      { type: 'button', class: 'yx-black', onclick: () => this.toggle('black') },
      h('span', { class: 'yx-unseen' }, roomText.black)
    )
    this.tools = this.makeTools()
    this.body = h(
      'section',
      {
        class: 'yx-stage',
        'aria-label': roomText.stage,
        tabindex: '-1',
        ontouchstart: this.down.bind(this),
        ontouchend: this.up.bind(this)
      },
      this.place,
      this.counterPlace,
      this.board,
      h('div', { class: 'yx-stage-foot' }, this.where, this.hands, this.timer),
      this.tools,
      this.black
    )
    this.press = (/** @type {KeyboardEvent} */ event) =>
      pressKey(event, room, {
        step: (step) => this.step(step),
        letters: () => (this.sheet ? this.sheet.letters : ''),
        counting: () => this.counting,
        counted: () => this.count(true),
        more: {
          f: () => this.fullScreen(),
          v: () => this.count(),
          escape: () => this.count(false),
          '+': () => this.resize(1),
          '=': () => this.resize(1),
          '-': () => this.resize(-1)
        }
      })
    this.stir = () => this.unfade()
    this.refit = () => this.fit()
    document.addEventListener('keydown', this.press)
    document.addEventListener('pointermove', this.stir)
    addEventListener('resize', this.refit)
    document.addEventListener('visibilitychange', (this.seen = () => this.stayAwake()))
    fill(host, this.body)
    this.unfade()
    this.stayAwake()
    this.body.focus({ preventScroll: true })
  }

  close() {
    document.removeEventListener('keydown', this.press)
    document.removeEventListener('pointermove', this.stir)
    removeEventListener('resize', this.refit)
    document.removeEventListener('visibilitychange', this.seen)
    clearTimeout(this.fading)
    this.lock?.then((lock) => lock.release()).catch(() => {})
  }

  /** @param {Meeting} meeting */
  async show(meeting) {
    const { body, black, board } = this
    const stop = stopOf(meeting)
    body.dataset.mdColorScheme = meeting.dark ? 'slate' : 'default'
    body.style.setProperty('--yx-size', `${1.12 ** meeting.size}`)
    black.hidden = !meeting.black
    fill(board, meeting.board && meeting.teams.length > 0 && scores(meeting))
    board.hidden = !board.firstChild
    this.where.textContent = placeOf(meeting, stop)
    fill(this.hands, handsAt(meeting, stop))
    this.tick(meeting)
    // Counts are drawn with the answer; before that they change nothing here.
    const drawn = [
      meeting.id,
      meeting.at,
      meeting.size,
      stop.kind === 'answer' && meeting.counts,
      stop.kind === 'close' && [meeting.counts, meeting.teams],
      stop.kind === 'start' && meeting.form
    ]
    const sign = JSON.stringify(drawn)
    if (sign !== this.drawn) {
      this.drawn = sign
      await this.draw(meeting)
    }
    if (this.counting && roundAt(meeting, stop) === undefined) {
      this.counting = false
    }
    this.showCounter()
  }

  /** @private @param {Meeting} meeting */
  async draw(meeting) {
    const { drawn } = this
    const stop = stopOf(meeting)
    try {
      const slide = await makeSlide(meeting, stop, this.source)
      const known = this.source.index.questions[stop.id]
      const sheet = known && slide.matches('.yx-slide-ask') ? await readSheet(this.source.index, stop.id) : undefined
      if (this.drawn === drawn) {
        this.sheet = sheet
        fill(this.place, slide)
        this.fit()
      }
    } catch (reason) {
      this.drawn = ''
      fill(
        this.place,
        failure(() => this.show(meeting), reason)
      )
      throw reason
    }
  }

  /** The clock goes on by itself; all else only when something happens. @param {Meeting} meeting */
  tick(meeting) {
    const face = timerFace(meeting, Date.now())
    if (this.timer.textContent !== face) {
      this.timer.textContent = face
    }
    this.timer.toggleAttribute('data-paused', !!meeting.timer && !meeting.timer.since)
  }

  /** Makes the slide as large as there is room for. @private */
  fit() {
    const { place } = this
    for (const scale of FITS) {
      this.body.style.setProperty('--yx-fit', `${scale}`)
      if (place.scrollHeight <= place.clientHeight + 1) {
        break
      }
    }
    const now = place.querySelector('.yx-now')
    place.scrollTop = 0
    if (now) {
      const { top, height } = now.getBoundingClientRect()
      place.scrollTop = top - place.getBoundingClientRect().top + height / 2 - place.clientHeight / 2
    }
  }

  /** What is longer than the screen is shown to its end first. @private @param {1 | -1} step */
  step(step) {
    const { place, room } = this
    const below = place.scrollHeight - place.clientHeight - place.scrollTop
    if (step > 0 && below > 4 && !place.querySelector('.yx-now') && room.meeting && !room.meeting.black) {
      place.scrollTop += place.clientHeight * 0.8
    } else {
      moveRoom(room, step)
    }
  }

  /** @private @param {boolean} [on] */
  count(on = !this.counting) {
    const { meeting } = this.room
    this.counting = on && !!meeting && roundAt(meeting, stopOf(meeting)) !== undefined
    this.showCounter()
    if (!this.counting) {
      this.body.focus({ preventScroll: true })
    }
  }

  /** @private */
  showCounter() {
    this.counterPlace.hidden = !this.counting
    this.counter = showCounter(this.counterPlace, this.room, this.counting ? this.sheet : undefined, this.counter)
    if (this.body.classList.contains('yx-counting') !== this.counting) {
      this.body.classList.toggle('yx-counting', this.counting)
      this.fit()
    }
  }

  /** @private */
  makeTools() {
    const tool = (/** @type {string} */ words, /** @type {() => void} */ act) =>
      button('yx-quiet', words, () => {
        act()
        // The next press of the space bar is the room's, not this button's.
        this.body.focus({ preventScroll: true })
      })
    const more = button('yx-quiet yx-stage-more', roomText.moreTools, () => {
      const unfolded = tools.classList.toggle('yx-unfolded')
      more.setAttribute('aria-expanded', `${unfolded}`)
      this.fit()
    })
    more.setAttribute('aria-expanded', 'false')
    // What is pressed at every step comes first: a phone, and the foot beside them, have room for that alone.
    const tools = h(
      'div',
      { class: 'yx-stage-tools', role: 'toolbar', 'aria-label': roomText.tools },
      tool(roomText.previous, () => this.step(-1)),
      tool(roomText.next, () => this.step(1)),
      tool(roomText.countVotes, () => this.count()),
      more,
      tool(roomText.blacken, () => this.toggle('black')),
      tool(roomText.dark, () => this.toggle('dark')),
      tool('字−', () => this.resize(-1)),
      tool('字＋', () => this.resize(1)),
      tool(roomText.full, () => this.fullScreen()),
      h('a', { class: 'yx-quiet', href: '#host' }, roomText.host),
      h('a', { class: 'yx-quiet', href: '#minutes' }, roomText.minutes)
    )
    return tools
  }

  /** @private @param {'black' | 'dark'} name */
  toggle(name) {
    this.room.act((meeting) => ({ ...meeting, [name]: !meeting[name] }))
  }

  /** @private @param {1 | -1} step */
  resize(step) {
    this.room.act((meeting) => {
      const size = Math.max(SIZES[0], Math.min(SIZES[SIZES.length - 1], meeting.size + step))
      return size === meeting.size ? meeting : { ...meeting, size }
    })
  }

  /** @private */
  fullScreen() {
    const page = /** @type {any} */ (document.documentElement)
    const whole = /** @type {any} */ (document)
    const asked =
      whole.fullscreenElement || whole.webkitFullscreenElement
        ? (whole.exitFullscreen || whole.webkitExitFullscreen).call(whole)
        : (page.requestFullscreen || page.webkitRequestFullscreen || (() => {})).call(page)
    // A phone that has none says no, and the page stays as it is.
    Promise.resolve(asked).catch(() => {})
  }

  /** Keeps the screen on, where the browser can. @private */
  stayAwake() {
    const { wakeLock } = /** @type {any} */ (navigator)
    if (wakeLock && document.visibilityState === 'visible') {
      /** @type {Promise<{release(): Promise<void>}> | undefined} */
      this.lock = wakeLock.request('screen')
      this.lock?.catch(() => {})
    }
  }

  /** @private */
  unfade() {
    this.body.classList.remove('yx-faded')
    clearTimeout(this.fading)
    this.fading = window.setTimeout(() => this.body.classList.add('yx-faded'), FADE)
  }

  /** @private @param {TouchEvent} event */
  down({ touches }) {
    const [{ clientX: x, clientY: y }] = touches
    this.unfade()
    /** @private @type {{x: number, y: number} | undefined} two fingers zoom */
    this.start = touches.length === 1 ? { x, y } : undefined
  }

  /** @private @param {TouchEvent} event */
  up({ changedTouches: [{ clientX, clientY }] }) {
    const { start } = this
    this.start = undefined
    const across = start ? clientX - start.x : 0
    if (start && Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(clientY - start.y)) {
      moveRoom(this.room, across < 0 ? 1 : -1)
    }
  }
}
