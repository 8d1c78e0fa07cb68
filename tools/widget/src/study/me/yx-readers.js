import { openLocal } from '../../store/local-storage.js'
import { LONGEST_NAME, nameOfReader, readReaders, removeReader, switchToName } from '../../store/readers.js'
import { READER, switchTo } from '../../store/site.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { homePage } from '../../ui/site-index.js'
import { StudyElement } from '../shared/study-element.js'
import { readersText as text } from './readers-text.js'

/** Milliseconds within which two taps are one. */
const DOUBLE = 400

/** 换人学: who reads now, the others to change to by a tap, and a field for somebody new. */
export class Readers extends StudyElement {
  constructor() {
    super()
    this.local = openLocal()
    this.field = h('input', { type: 'text', maxlength: LONGEST_NAME, autocomplete: 'off', spellcheck: 'false' })
    this.said = h('p', { class: 'yx-said', role: 'status' })
    this.removing = h('div', { class: 'yx-actions' })
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
      this.removing
    )
    this.offer(name)
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
  offer(name) {
    fill(this.removing, READER && button('yx-quiet', text.remove(name), () => this.ask(name)))
  }

  /** @private @param {string} name */
  ask(name) {
    // The second half of a double tap answers nothing, and what keeps everything stands where the finger is.
    const asked = performance.now()
    const answer = (/** @type {() => void} */ act) => () => performance.now() - asked > DOUBLE && act()
    const keep = button('yx-quiet', text.keep, answer(() => this.offer(name)))
    const remove = answer(() => removeReader(READER).then(begin))
    fill(this.removing, h('p', { role: 'alert' }, text.ask(name)), keep, button('yx-quiet yx-clear', text.removeNow, remove))
    keep.focus()
  }
}

/** The next reader begins at the home page, and the way back does not lead to the last one's. */
function begin() {
  document.documentElement.hidden = true
  location.replace(homePage())
}
