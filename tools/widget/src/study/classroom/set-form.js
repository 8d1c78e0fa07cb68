import { countQuestions, within } from '../../core/bank.js'
import { LONGEST_SEED, MOST_CASES, MOST_QUESTIONS, available, toSeed } from '../../core/classroom-set.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { partsOf } from '../shared/selection.js'
import { roomText } from './classroom-text.js'
import { nameOf } from './slides.js'

/** @import { RoomSet } from '../../core/classroom-set.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */

/** Where a set is chosen: its areas and measures, kinds, numbers, seed, and what is read together. */
export class SetForm {
  /**
   * @param {SiteIndex} index
   * @param {string[]} readable - provisions that have a text
   * @param {RoomSet} set - at first
   * @param {object} told
   * @param {(set: RoomSet) => void} told.changed
   * @param {() => void} told.other - called when other questions are wanted
   */
  constructor(index, readable, set, { changed, other }) {
    this.index = index
    this.readable = readable
    this.set = set
    this.changed = changed
    this.parts = partsOf(index)
    this.measures = h('div', null)
    this.reads = h('div', null)
    this.readCount = h('span', null)
    this.count = amount('count', set.count)
    this.cases = amount('cases', set.cases)
    this.seed = text('seed', set.seed, { maxlength: LONGEST_SEED })
    const { kinds } = countQuestions(index)
    this.body = h(
      'form',
      {
        class: 'yx-chooser',
        autocomplete: 'off',
        onchange: () => this.change(),
        onsubmit: (/** @type {Event} */ event) => event.preventDefault()
      },
      chips(
        'area',
        roomText.areas,
        this.parts.map(({ id }) => [id, `${index.provisions[id].label}${index.provisions[id].name}`, this.isIn(id)])
      ),
      this.measures,
      chips(
        'kind',
        roomText.kinds,
        Object.keys(index.kinds)
          .filter((kind) => kinds.has(kind))
          .map((kind) => [kind, index.kinds[kind], set.kinds.includes(kind)])
      ),
      h('p', { class: 'yx-hint' }, roomText.kindsHint),
      h(
        'div',
        { class: 'yx-numbers' },
        this.count.field,
        this.cases.field,
        this.seed.field,
        button('yx-quiet', roomText.otherSeed, other)
      ),
      h('p', { class: 'yx-hint' }, roomText.seedHint),
      h(
        'details',
        { class: 'yx-fold' },
        h('summary', null, roomText.reads, this.readCount),
        h('p', { class: 'yx-hint' }, roomText.readsHint),
        this.reads
      )
    )
    this.seed.label.textContent = roomText.seed
    this.draw()
    this.update()
  }

  /** @param {RoomSet} set - with what was changed outside the form */
  take(set) {
    this.set = set
    this.seed.input.value = set.seed
    this.update()
  }

  /** Reads the form. @private */
  change() {
    const data = new FormData(this.body)
    const [areas, measures, kinds, read] = ['area', 'measure', 'kind', 'read'].map((name) =>
      /** @type {string[]} */ (data.getAll(name))
    )
    const chosen = areas.map((area) => {
      const own = measures.filter((measure) => within(measure, area))
      return own.length ? own : [area]
    })
    const { set, parts } = this
    const before = parts.filter(({ id }) => this.isIn(id)).length
    this.set = {
      areas: /** @type {string[]} */ ([]).concat(...chosen),
      kinds,
      count: this.count.value(MOST_QUESTIONS),
      cases: this.cases.value(MOST_CASES),
      seed: toSeed(this.seed.input.value),
      read: this.readable.filter((id) => read.includes(id)),
      without: set.without
    }
    if (before !== areas.length) {
      this.draw()
    }
    this.update()
    this.changed(this.set)
  }

  /** Whether anything is drawn from a part. @private @param {string} part */
  isIn(part) {
    return this.set.areas.some((area) => within(area, part))
  }

  /** Draws what depends on the areas: their measures, and what can be read. @private */
  draw() {
    const { index, set, parts } = this
    fill(
      this.measures,
      parts
        .filter(({ id, below }) => this.isIn(id) && below.some((each) => each !== id))
        .map(({ id, below }) =>
          chips(
            'measure',
            roomText.measures(index.provisions[id].name),
            below.map((each) => [each, nameOf(index, each), each !== id && set.areas.includes(each)])
          )
        )
    )
    const offered = this.readable.filter(
      (id) => set.read.includes(id) || !set.areas.length || parts.some((part) => this.isIn(part.id) && within(id, part.id))
    )
    fill(
      this.reads,
      chips(
        'read',
        '',
        offered.map((id) => [id, nameOf(index, id), set.read.includes(id)])
      )
    )
  }

  /** Says how many there are. @private */
  update() {
    const { count, cases } = available(this.set, this.index)
    this.count.label.textContent = roomText.count(Math.min(count, MOST_QUESTIONS))
    this.cases.label.textContent = roomText.cases(Math.min(cases, MOST_CASES))
    this.cases.field.hidden = !cases
    this.readCount.textContent = this.set.read.length ? roomText.chosen(this.set.read.length) : ''
  }
}

/** @param {string} name @param {string} legend - empty where its fold has said it @param {[string, string, boolean][]} values */
function chips(name, legend, values) {
  return h(
    'fieldset',
    { class: 'yx-chips' },
    h('legend', { class: legend ? undefined : 'yx-unseen' }, legend || roomText.reads),
    values.map(([value, words, checked]) =>
      h('label', { class: 'yx-chip' }, h('input', { type: 'checkbox', name, value, checked }), h('span', null, words))
    )
  )
}

/** @param {string} name @param {string | number} value @param {Record<string, unknown>} more - attributes */
function text(name, value, more) {
  const label = h('span', null)
  const input = h('input', { name, type: 'text', value, autocomplete: 'off', spellcheck: 'false', ...more })
  return { label, input, field: h('label', { class: 'yx-field' }, label, input) }
}

/** @param {string} name @param {number} now */
function amount(name, now) {
  const made = text(name, now, { inputmode: 'numeric', maxlength: 2 })
  const value = (/** @type {number} */ most) => Math.min(most, Math.round(Number(made.input.value.replace(/\D/g, ''))) || 0)
  return { ...made, value }
}
