import { questionsIn, readHistory, standingResets } from '../../core/history.js'
import { progressOf } from '../../core/progress.js'
import { newId } from '../../store/new-id.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { Confirmation } from '../shared/confirmation.js'
import { dateOf } from '../shared/dates.js'
import { meText } from './me-text.js'

/** @import { Entry, History } from '../../core/history.js' */
/** @import { LogRecord, Reset } from '../../store/record.js' */
/** @import { App } from '../shared/app.js' */

/** 重新开始: asks once before it clears, and says beside the button what it did. */
export class Resets {
  /**
   * @param {App} app
   * @param {{id: string, name: string}[]} areas
   */
  constructor(app, areas) {
    this.app = app
    this.scopes = [{ id: '', name: meText.everything }, ...areas]
    this.select = h('select', { onchange: () => this.say() }, this.scopes.map(({ id, name }) => h('option', { value: id }, name)))
    this.clearing = new Confirmation(
      { button: meText.clear, keep: meText.keep, act: meText.clearNow },
      () => this.ask(),
      () => this.reset(this.select.value)
    )
    this.said = h('p', { class: 'yx-reset-said', role: 'status' })
    this.undoing = h('div', { class: 'yx-actions' })
    this.element = h(
      'section',
      { class: 'yx-resets' },
      h('h2', null, meText.reset),
      h('p', null, meText.resetHint),
      h('label', { class: 'yx-field' }, h('span', null, meText.scope), this.select),
      h('div', { class: 'yx-actions' }, this.clearing.button),
      this.clearing.asked,
      this.said,
      this.undoing
    )
  }

  /** Offers to undo the last reset that stands. */
  draw() {
    const { app } = this
    const [last] = standingResets(app.records, app.now)
    this.element.hidden = app.unread
    fill(
      this.undoing,
      last && button('yx-resume yx-undo', meText.undo(dateOf(app, last), this.nameOf(last.scope)), () => this.undo())
    )
  }

  /** @private @returns {string} what is asked; empty where there is nothing to clear, which it says */
  ask() {
    const { app, select } = this
    const name = this.nameOf(select.value)
    const some = progressOf(select.value, app.history, app.index, app.here).seen > 0
    this.say(some ? '' : meText.nothingToClear(name))
    return some ? meText.ask(name) : ''
  }

  /** @private @param {string} scope */
  async reset(scope) {
    const { app } = this
    await app.add({ id: newId(), type: 'reset', scope, questions: questionsIn(app.index, scope), at: app.now })
    this.say(meText.cleared(this.nameOf(scope)))
    const undo = /** @type {HTMLElement | null} */ (this.undoing.querySelector('button'))
    undo?.focus()
  }

  /**
   * Undoes the last reset, and those before it that cleared nothing else: two phones may have cleared the same.
   *
   * @private
   */
  async undo() {
    const { app } = this
    const before = size(app.history)
    /** @type {Reset[]} */
    const undone = []
    /** @type {LogRecord[]} */
    const records = []
    for (const reset of /** @type {Reset[]} */ (standingResets(app.records, app.now))) {
      undone.push(reset)
      records.push({ id: newId(), type: 'undo', of: reset.id, at: app.now })
      if (size(readHistory(/** @type {Entry[]} */ ([...app.records, ...records]), app.index, app.now)) > before) {
        break
      }
    }
    if (undone.length) {
      await app.add(records)
      this.select.focus({ preventScroll: true })
      this.say(meText.undone(this.nameOf(undone[0].scope), standingResets(app.records, app.now).length > 0))
    }
  }

  /** @private @param {string} [words] - they come into sight: the buttons may stand at the edge of the screen */
  say(words = '') {
    this.clearing.close()
    this.said.textContent = words
    if (words) {
      this.said.scrollIntoView({ block: 'nearest' })
    }
  }

  /** @private @param {string} scope */
  nameOf(scope) {
    return (this.scopes.find(({ id }) => id === scope) || { name: scope }).name
  }
}

/** @param {History} history */
function size({ answers }) {
  return [...answers.values()].reduce((sum, { length }) => sum + length, 0)
}
