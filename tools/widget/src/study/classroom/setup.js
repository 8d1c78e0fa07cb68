import { countQuestions } from '../../core/bank.js'
import { codeOf, documentOfCode, drawSet, findCode, readCode, seedFrom } from '../../core/classroom-set.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { Confirmation } from '../shared/confirmation.js'
import { studyPage } from '../shared/site-data.js'
import { roomText } from './classroom-text.js'
import { SetForm } from './set-form.js'
import { copied, readSheet, voteOf } from './sheet.js'

/** @import { RoomSet } from '../../core/classroom-set.js' */
/** @import { Sheet } from './sheet.js' */
/** @import { Source } from './slides.js' */

const EIGHT = 8

/**
 * The set as the secretary prepares it: which questions, which provisions. The address holds all of it, so a reload loses
 * nothing, and nothing is kept.
 */
export class Setup {
  /**
   * @param {HTMLElement} host - whose children it replaces
   * @param {Source} source
   * @param {object} ways
   * @param {string[]} ways.readable - provisions that have a text
   * @param {HTMLElement | null} ways.notice - of the meeting under way: another takes its place, once asked
   * @param {boolean} ways.over - whether one has just ended
   * @param {(set: RoomSet, questions: string[], twice: boolean, two: boolean) => void} ways.begin - `two`: windows
   */
  constructor(host, source, { readable, notice, over, begin }) {
    this.source = source
    const code = location.hash.startsWith('#set=') ? location.hash.slice(5) : ''
    const taken = code ? readCode(code, source.index) : undefined
    /** @type {RoomSet} */
    this.set = taken ? taken.set : this.first()
    /** @type {string[]} */
    this.questions = []
    this.status = h(
      'p',
      { class: 'yx-hint', role: 'status' },
      code && !taken ? roomText.badCode : taken && !taken.same ? roomText.otherBank : ''
    )
    this.form = new SetForm(source.index, readable, this.set, {
      changed: (set) => {
        this.set = set
        this.draw()
      },
      other: () => this.changed({ seed: newSeed(), without: [] })
    })
    this.list = h('div', { class: 'yx-drawn' })
    this.twice = h('input', { type: 'checkbox', checked: true, autocomplete: 'off' })
    this.said = h('div', { class: 'yx-copied' })
    this.codeShown = h('code', { class: 'yx-code' })
    this.pasted = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' })
    const start = (/** @type {string} */ look, /** @type {string} */ words, /** @type {boolean} */ two) => {
      const act = () => begin(this.set, this.questions, this.twice.checked, two)
      if (!notice) {
        return { button: button(look, words, act), asked: null }
      }
      const asking = new Confirmation(
        { button: words, keep: roomText.noBegin, act: roomText.yesBegin },
        () => roomText.reallyBegin,
        act
      )
      asking.button.className = look
      return asking
    }
    const starts = [start('yx-start', roomText.beginTwo, true), start('yx-resume', roomText.beginOne, false)]
    this.starts = starts.map((each) => each.button)
    fill(
      host,
      notice || (over && h('p', { class: 'yx-notice', role: 'status' }, roomText.over)),
      this.status,
      this.form.body,
      h('label', { class: 'yx-tick' }, this.twice, roomText.twice),
      this.list,
      h(
        'div',
        { class: 'yx-begin' },
        starts.map(({ button: press, asked }) => h('div', null, press, asked))
      ),
      h('p', { class: 'yx-hint' }, roomText.beginHint),
      h(
        'details',
        { class: 'yx-fold yx-part' },
        h('summary', null, roomText.takeAlong),
        h('p', { class: 'yx-hint' }, roomText.codeHint),
        h(
          'div',
          { class: 'yx-actions' },
          button('yx-quiet', roomText.link, () => copyAndSay(this.link, this.said)),
          this.codeShown
        ),
        this.said,
        h('label', { class: 'yx-field' }, h('span', null, roomText.paste), this.pasted),
        h(
          'div',
          { class: 'yx-actions' },
          button('yx-quiet', roomText.take, () => this.take())
        )
      ),
      h('p', { class: 'yx-hint' }, roomText.private)
    )
    this.draw()
  }

  /** @private @returns {RoomSet} */
  first() {
    const { index } = this.source
    const { kinds } = countQuestions(index)
    return {
      areas: [],
      kinds: Object.keys(index.kinds).filter((kind) => kinds.has(kind) && voteOf(kind) !== 'after'),
      count: EIGHT,
      cases: 0,
      seed: newSeed(),
      read: [],
      without: []
    }
  }

  /** @private */
  get link() {
    const { index } = this.source
    const query = index.document === index.documents[0].id ? '' : `?document=${encodeURIComponent(index.document)}`
    return `${studyPage('classroom')}${query}#set=${codeOf(this.set, index)}`
  }

  /** @private @param {Partial<RoomSet>} more */
  changed(more) {
    this.set = { ...this.set, ...more }
    this.form.take(this.set)
    this.draw()
  }

  /** Draws the questions, and puts the set into the address. @private */
  draw() {
    const { index } = this.source
    this.questions = drawSet(this.set, index)
    const code = codeOf(this.set, index)
    this.codeShown.textContent = code
    history.replaceState(null, '', `${location.pathname}${location.search}#set=${code}`)
    this.starts.forEach((start) => {
      start.disabled = !this.questions.length && !this.set.read.length
    })
    fill(
      this.list,
      h('h2', null, roomText.drawn(this.questions.length)),
      h(
        'ol',
        null,
        this.questions.map((question) => this.line(question))
      ),
      this.set.without.length > 0 &&
        button('yx-quiet', roomText.passed(this.set.without.length), () => this.changed({ without: [] }))
    )
  }

  /** @private @param {string} question */
  line(question) {
    const { index } = this.source
    const { p, k, c } = index.questions[question]
    const stem = h('span', null, '…')
    const rest = h('div', { class: 'yx-solution' })
    const fold = h('details', null, h('summary', null, stem), rest)
    readSheet(index, question).then(
      (sheet) => {
        stem.textContent = sheet.text
        fill(rest, about(sheet))
      },
      () => {
        stem.textContent = roomText.notRead
      }
    )
    return h(
      'li',
      null,
      h(
        'small',
        null,
        [index.provisions[p].citation, index.kinds[k], c && roomText.material].filter(Boolean).join(' · ')
      ),
      fold,
      button('yx-quiet yx-pass', roomText.pass, () => this.changed({ without: [...this.set.without, question] }))
    )
  }

  /** @private */
  take() {
    const { index } = this.source
    const code = findCode(this.pasted.value)
    const document = documentOfCode(code)
    if (code && document !== index.document && index.documents.some(({ id }) => id === document)) {
      location.assign(`${studyPage('classroom')}?document=${encodeURIComponent(document)}#set=${code}`)
    } else if (code && readCode(code, index)) {
      location.hash = `set=${code}`
    } else {
      this.status.textContent = roomText.badCode
    }
  }
}

/** @param {Sheet} sheet */
function about(sheet) {
  return [
    sheet.material.length > 0 && h('p', null, copied(sheet.material)),
    ...sheet.answeredRows.map((rows) =>
      h(
        'ul',
        { class: 'yx-options' },
        rows.map(({ sign, words }) => h('li', null, sign && h('b', null, sign), h('span', null, copied(words))))
      )
    ),
    h('p', null, h('b', null, roomText.answer), sheet.key),
    h('p', null, copied(sheet.explain))
  ]
}

function newSeed() {
  return seedFrom(crypto.getRandomValues(new Uint8Array(4)))
}
