import { factsOf } from '../../core/bank.js'
import { newId } from '../../store/new-id.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { selectionForm } from '../shared/selection-form.js'
import { chosen, describe, inOrder, toChoice } from '../shared/selection.js'
import { SessionElement } from '../shared/session-element.js'
import { studyAddress } from '../shared/site-data.js'
import { showSummary } from '../shared/summary.js'
import { practiceText } from './practice-text.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { Choice } from '../shared/selection.js' */
/** @import { Results } from '../shared/session-element.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */

/** Asks questions that the reader selects, and links to the other ways to study. */
export class Practice extends SessionElement {
  get name() {
    return 'practice'
  }

  /** @param {Session | undefined} session */
  offer(session) {
    const { app } = this
    const linked = new URLSearchParams(location.search).get('scope')
    let choice = toChoice(app.index, linked === null ? session : { scope: linked })
    const start = button('yx-start', '', () => this.choose(inOrder(app, choice, newId()), choice))
    const show = (/** @type {Choice} */ now) => {
      choice = now
      const count = chosen(app, choice).length
      start.textContent = practiceText.start(count)
      start.disabled = count === 0
    }
    fill(
      this,
      session && linked === null && this.resumption(session),
      this.ways(),
      h(
        'section',
        { class: 'yx-part' },
        h('h2', null, practiceText.choose),
        selectionForm(app, choice, { sources: ['all', 'starred', 'mistakes'], manners: ['new', 'mixed', 'order'] }, show),
        h('p', { class: 'yx-actions' }, start)
      )
    )
    show(choice)
  }

  /**
   * @param {Session} session
   * @param {Results} results
   */
  finish(session, results) {
    const { index } = this.app
    const answered = session.questions.filter((question) => results[question])
    const wrong = answered.filter((question) => results[question] === 'wrong' && factsOf(index, question))
    showSummary(
      this,
      practiceText.done(answered.length, answered.length - wrong.length),
      answered.length > 0 && !wrong.length ? practiceText.allRight : '',
      wrong.length > 0 &&
        button('yx-start', practiceText.wrongOnes(wrong.length), () => this.choose(wrong, toChoice(index, session))),
      button('yx-quiet', practiceText.other, () => this.leave())
    )
  }

  /**
   * @private
   * @param {string[]} questions
   * @param {Choice} choice
   */
  choose(questions, choice) {
    this.begin({ questions, position: 0, results: {}, ...choice })
  }

  /**
   * @private
   * @param {Session} session
   */
  resumption(session) {
    const { questions, position } = session
    const name = describe(this.app, toChoice(this.app.index, session))
    return h(
      'p',
      { class: 'yx-actions yx-left' },
      h('a', { class: 'yx-start', href: '#run' }, practiceText.resume(name)),
      h('small', null, practiceText.at(position + 1, questions.length))
    )
  }

  /** @private */
  ways() {
    const { index, due } = this.app
    return h(
      'nav',
      { class: 'yx-ways', 'aria-label': practiceText.ways },
      way(index, 'review', practiceText.review, practiceText.due(due.questions.length)),
      way(index, 'cards', practiceText.cards, practiceText.cardsHint),
      way(index, 'recite', practiceText.recite, practiceText.reciteHint),
      way(index, 'exam', practiceText.exam, practiceText.examHint)
    )
  }
}

/**
 * @param {SiteIndex} index
 * @param {string} name
 * @param {string} title
 * @param {string} hint
 */
function way(index, name, title, hint) {
  return h('a', { class: 'yx-way', href: studyAddress(index, name) }, h('b', null, title), h('small', null, hint))
}
