import { openLocal } from '../../store/local-storage.js'
import { LONGEST_NAME, nameOfReader, readReaders, removeReader, switchToName } from '../../store/readers.js'
import { READER, switchTo } from '../../store/site.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { homePage } from '../../ui/site-index.js'
import { Confirmation } from '../shared/confirmation.js'
import { StudyElement } from '../shared/study-element.js'
import { readersText as text } from './readers-text.js'

/** 换人学: who reads now, the others to change to by a tap, and a field for somebody new. */
export class Readers extends StudyElement {
  constructor() {
    super()
    this.local = openLocal()
    this.field = h('input', { type: 'text', maxlength: LONGEST_NAME, autocomplete: 'off', spellcheck: 'false' })
    this.said = h('p', { class: 'yx-said', role: 'status' })
  }

  preview() {
    const name = nameOfReader(this.local)
    const others = readReaders(this.local).filter(({ id }) => id !== READER)
    const everybody = READER ? [...others, { id: '', name: text.unnamed }] : others
    fill(
      this,
      h('p', { class: 'yx-total' }, text.now(name)),
      everybody.length > 0 && h('p', null, text.change),
      h('div', { class: 'yx-actions yx-readers' }, everybody.map((reader) => button('yx-resume', reader.name, () => this.changeTo(reader.id)))),
      h(
        'form',
        { autocomplete: 'off', onsubmit: (/** @type {Event} */ event) => this.change(event) },
        h('label', { class: 'yx-field' }, h('span', null, text.field), this.field),
        h('div', { class: 'yx-actions' }, h('button', { type: 'submit', class: 'yx-start' }, text.start))
      ),
      this.said,
      h('p', { class: 'yx-hint' }, text.hint),
      READER && this.removing(name)
    )
  }

  /** @private @param {Event} event */
  change(event) {
    event.preventDefault()
    const wrong = switchToName(this.local, this.field.value, Date.now())
    this.said.textContent = wrong && text.wrong[wrong]
    if (!wrong) {
      begin()
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
