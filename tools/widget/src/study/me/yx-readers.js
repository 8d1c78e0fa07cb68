import { openLocal } from '../../store/local-storage.js'
import { LONGEST_NAME, nameOfReader, readReaders, removeReader, switchToName, toName } from '../../store/readers.js'
import { isRecord } from '../../store/record.js'
import { READER, presentReader, switchTo } from '../../store/site.js'
import { answeredWithoutName, countAnswered, takeAlong } from '../../store/take-along.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { homePage } from '../../ui/site-index.js'
import { Confirmation } from '../shared/confirmation.js'
import { StudyElement } from '../shared/study-element.js'
import { readersText as text } from './readers-text.js'

/** @import { LogRecord } from '../../store/record.js' */

/** 换人学: who reads now, the others to change to by a tap, and a field for somebody new. */
export class Readers extends StudyElement {
  constructor() {
    super()
    this.local = openLocal()
    this.field = h('input', { type: 'text', maxlength: LONGEST_NAME, autocomplete: 'off', spellcheck: 'false', oninput: () => this.ask() })
    this.asked = h('div', { class: 'yx-asked', role: 'group', hidden: true })
    this.said = h('p', { class: 'yx-said', role: 'status' })
  }

  preview() {
    const name = nameOfReader(this.local)
    const others = readReaders(this.local).filter(({ id }) => id !== READER)
    const buttons = others.map((reader) => button('yx-resume', reader.name, () => this.changeTo(reader.id)))
    if (READER) {
      buttons.push(this.leaving())
    }
    fill(
      this,
      h('p', { class: 'yx-total' }, text.now(name)),
      buttons.length > 0 && h('p', null, text.change),
      h('div', { class: 'yx-actions yx-readers' }, buttons),
      h(
        'form',
        { autocomplete: 'off', onsubmit: (/** @type {Event} */ event) => this.change(event) },
        h('label', { class: 'yx-field' }, h('span', null, text.field), this.field),
        h('div', { class: 'yx-actions' }, h('button', { type: 'submit', class: 'yx-start' }, text.start(name)))
      ),
      this.asked,
      this.said,
      h('p', { class: 'yx-hint' }, text.hint),
      READER && this.removing(name)
    )
  }

  /** The way back to what was done without a name, which says how much that is. @private */
  leaving() {
    const made = button('yx-resume', text.unnamed(0), () => this.changeTo(''))
    answeredWithoutName().then((count) => (made.textContent = text.unnamed(count)))
    return made
  }

  /** @private @param {Event} event */
  async change(event) {
    event.preventDefault()
    const name = toName(this.field.value)
    const known = readReaders(this.local).some((reader) => reader.name === name)
    const records = READER || !name || known ? [] : (await window.yanxi.log.records()).filter(isRecord)
    if (countAnswered(records)) {
      this.ask(name, records)
    } else {
      this.changeToName(name)
    }
  }

  /**
   * Asks whether somebody new takes along what was done without a name: most often it is their own.
   *
   * @private
   * @param {string} [name] - nobody's: asks no longer
   * @param {LogRecord[]} [records]
   */
  ask(name = '', records = []) {
    this.asked.hidden = !name
    const words = name && text.askAlong(name, countAnswered(records))
    const take = button('yx-start', text.takeAlong(name), () => this.changeToName(name, records))
    fill(
      this.asked,
      h('p', { role: 'status' }, words),
      h('div', { class: 'yx-actions' }, take, button('yx-quiet', text.beginAnew, () => this.changeToName(name)))
    )
    if (name) {
      take.focus({ preventScroll: true })
      this.asked.scrollIntoView({ block: 'nearest' })
    }
  }

  /**
   * @private
   * @param {string} name
   * @param {LogRecord[]} [records] - that go along
   */
  async changeToName(name, records = []) {
    const wrong = switchToName(this.local, name, Date.now())
    if (wrong) {
      this.said.textContent = text.wrong[wrong]
      return
    }
    const reader = presentReader()
    try {
      if (records.length) {
        await takeAlong(records, reader)
      }
      begin()
    } catch (_) {
      await removeReader(reader)
      this.said.textContent = text.wrong.full
    }
  }

  /** @private @param {string} id */
  changeTo(id) {
    if (switchTo(id)) {
      begin()
    } else {
      this.said.textContent = text.wrong.refused
    }
  }

  /** @private @param {string} name */
  removing(name) {
    const removing = new Confirmation(
      { button: text.remove(name), keep: text.keep, act: text.removeNow },
      () => text.ask(name),
      () => removeReader(READER).then(begin)
    )
    return h('div', null, h('div', { class: 'yx-actions' }, removing.button), removing.asked)
  }
}

/** The next reader begins at the home page, and the way back does not lead to the last one's. */
function begin() {
  document.documentElement.hidden = true
  location.replace(homePage())
}
