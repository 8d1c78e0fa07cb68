import { fill, h } from '../../ui/hyperscript.js'
import { examText } from './exam-text.js'

/**
 * The state of one question of an exam.
 *
 * @typedef {object} Cell
 * @property {'done' | 'partly' | 'open'} state
 * @property {boolean} flagged
 * @property {boolean} present - shown now
 */

/** The answer sheet: a button for each question, which shows its state and leads to it. */
export class AnswerSheet {
  /** @param {(at: number) => void} go */
  constructor(go) {
    this.go = go
    this.cells = h('div', { class: 'yx-cells' })
    this.element = h(
      'nav',
      { class: 'yx-sheet', id: 'yx-sheet', 'aria-label': examText.sheetName },
      this.cells,
      h('p', { class: 'yx-hint' }, examText.legend)
    )
  }

  /** @param {Cell[]} cells */
  draw(cells) {
    if (this.cells.children.length !== cells.length) {
      fill(
        this.cells,
        cells.map((_, at) => h('button', { type: 'button', onclick: () => this.go(at) }, at + 1))
      )
    }
    cells.forEach(({ state, flagged, present }, at) => {
      const button = this.cells.children[at]
      button.className = `yx-cell yx-${state}${flagged ? ' yx-flagged' : ''}`
      button.setAttribute('aria-label', examText.cell(at + 1, state, flagged))
      if (present) {
        button.setAttribute('aria-current', 'step')
      } else {
        button.removeAttribute('aria-current')
      }
    })
  }
}
