import { addHands, countsOf, roundAt, setCounts, stopOf } from '../../core/classroom-session.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { roomText } from './classroom-text.js'
import { handsWords, peopleIn } from './vote-bars.js'

/** @import { Counts } from '../../core/classroom-session.js' */
/** @import { Room } from './room.js' */
/** @import { Sheet } from './sheet.js' */

/** Hands counted by tapping and by typing, an option a row. It writes what the room has in its hands at the present stop. */
export class VoteCounter {
  /**
   * @param {Room} room
   * @param {Sheet} sheet
   * @param {0 | 1} round
   */
  constructor(room, sheet, round) {
    this.room = room
    this.sheet = sheet
    this.round = round
    this.total = h('p', { class: 'yx-hint', role: 'status' })
    this.inputs = sheet.letters.split('').map((letter) => this.input(letter))
    const after = sheet.vote === 'after'
    this.reader = h('div', null)
    this.body = h(
      'section',
      { class: 'yx-counter', 'aria-label': roomText.countHands(round, after) },
      h('h2', null, roomText.countHands(round, after)),
      h(
        'ul',
        null,
        this.inputs.map((input, at) => this.row(input, at, after))
      ),
      this.total,
      this.offerCards()
    )
    this.show()
  }

  /** Writes what the room has counted into the fields, except where somebody is typing. */
  show() {
    const { meeting } = this.room
    if (meeting) {
      const counts = this.counts
      this.inputs.forEach((input, at) => {
        if (input !== document.activeElement) {
          input.value = `${counts[this.sheet.letters[at]] || 0}`
        }
      })
      fill(this.total, handsWords(this.sheet.vote, counts, peopleIn(meeting)))
    }
  }

  /** @private @returns {Counts} */
  get counts() {
    const { meeting } = this.room
    return meeting ? countsOf(meeting, this.sheet.id, this.round) : {}
  }

  /** @private @param {string} letter */
  input(letter) {
    const name = this.sheet.vote === 'after' ? this.sheet.names['AB'.indexOf(letter)] : letter
    const input = h('input', {
      type: 'text',
      inputmode: 'numeric',
      maxlength: 3,
      autocomplete: 'off',
      'aria-label': roomText.number(name),
      onfocus: () => input.select(),
      oninput: () => this.write({ ...this.counts, [letter]: Number(input.value.replace(/\D/g, '')) })
    })
    return input
  }

  /** @private @param {HTMLInputElement} input @param {number} at @param {boolean} after */
  row(input, at, after) {
    const { letters, names } = this.sheet
    const letter = letters[at]
    const name = after ? names[at] : letter
    const add = (/** @type {number} */ hands) => () =>
      this.room.act((meeting) => addHands(meeting, this.sheet.id, this.round, letter, hands))
    const [fewer, more] = [button('yx-quiet', '−', add(-1)), button('yx-quiet yx-more', '＋', add(1))]
    fewer.setAttribute('aria-label', roomText.fewer(name))
    more.setAttribute('aria-label', roomText.more(name))
    return h('li', null, !after && h('b', null, letter), h('span', null, names[at]), fewer, input, more)
  }

  /** @private @param {Counts} counts */
  write(counts) {
    /** @type {Counts} */
    const own = {}
    this.sheet.letters.split('').forEach((letter) => {
      own[letter] = counts[letter] || 0
    })
    this.room.act((meeting) => setCounts(meeting, this.sheet.id, this.round, own))
  }

  /**
   * A button to read cards through a camera in place of counting, where something on the page can: see `readVotes` in
   * elements.d.ts.
   *
   * @private
   */
  offerCards() {
    const { readVotes } = window.yanxi
    const { letters, vote } = this.sheet
    const read = () =>
      readVotes &&
      readVotes({ place: this.reader, letters, round: this.round, setCounts: (counts) => this.write(counts) })
    return readVotes && vote === 'one' && [h('p', null, button('yx-quiet', roomText.cards, read)), this.reader]
  }
}

/**
 * Hands by a key: 1 is one more for the first option, with shift one fewer; letters do the same where they mean nothing else.
 *
 * @param {Room} room
 * @param {string} key
 * @param {boolean} fewer
 * @param {boolean} lettered
 * @param {string} letters - of the options
 * @returns {boolean} whether it was one for hands
 */
export function countByKey(room, key, fewer, lettered, letters) {
  const { meeting } = room
  const stop = meeting && stopOf(meeting)
  const round = stop && roundAt(meeting, stop)
  const letter = /^[1-9]$/.test(key)
    ? 'ABCDEFGHI'[Number(key) - 1]
    : lettered && /^[a-h]$/i.test(key)
      ? key.toUpperCase()
      : ''
  if (!stop || round === undefined || !letter || !letters.includes(letter)) {
    return false
  }
  room.act((now) => addHands(now, stop.id, round, letter, fewer ? -1 : 1))
  return true
}

/**
 * The counter of the present stop in its place, kept while the stop stays, so that nobody's typing is lost.
 *
 * @param {HTMLElement} place
 * @param {Room} room
 * @param {Sheet | undefined} sheet
 * @param {VoteCounter | undefined} before
 * @returns {VoteCounter | undefined}
 */
export function showCounter(place, room, sheet, before) {
  const { meeting } = room
  const round = meeting && roundAt(meeting, stopOf(meeting))
  if (!sheet || round === undefined) {
    fill(place)
    return undefined
  }
  if (before && before.sheet === sheet && before.round === round && before.body.parentElement === place) {
    before.show()
    return before
  }
  const counter = new VoteCounter(room, sheet, round)
  fill(place, counter.body)
  return counter
}
