import { newId } from '../../store/new-id.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { selectionForm } from '../shared/selection-form.js'
import { chosen, describe, inOrder, toChoice } from '../shared/selection.js'
import { SessionElement } from '../shared/session-element.js'
import { showSummary } from '../shared/summary.js'
import { CardViewer } from './card-viewer.js'
import { cardsText } from './cards-text.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { Choice } from '../shared/selection.js' */

/** Shows questions with their answers, one after the other. Nothing is answered, so nothing is logged. */
export class Cards extends SessionElement {
  get name() {
    return 'cards'
  }

  /** @param {Session | undefined} session */
  offer(session) {
    const { app } = this
    let choice = toChoice(app.index, session || { manner: 'order' })
    const start = button('yx-start', '', () =>
      this.begin({ questions: inOrder(app, choice, newId()), position: 0, ...choice })
    )
    const show = (/** @type {Choice} */ now) => {
      choice = now
      const count = chosen(app, choice).length
      start.textContent = cardsText.start(count)
      start.disabled = count === 0
    }
    fill(
      this,
      session &&
        h(
          'p',
          { class: 'yx-actions yx-left' },
          h('a', { class: 'yx-start', href: '#run' }, cardsText.resume(describe(app, choice))),
          h('small', null, cardsText.at(session.position + 1, session.questions.length))
        ),
      h(
        'section',
        { class: 'yx-part' },
        h('h2', null, cardsText.choose),
        selectionForm(app, choice, { sources: ['all', 'starred', 'mistakes'], manners: ['order', 'mixed', 'new'] }, show),
        h('p', { class: 'yx-actions' }, start)
      )
    )
    show(choice)
  }

  /** @param {Session} session */
  go(session) {
    const course = {
      questions: session.questions,
      position: session.position,
      keep: () => this.keep({ ...session, position: course.position }),
      leave: () => this.leave(),
      end: () => this.end(session, {})
    }
    const deck = new CardViewer(this.app, this, course)
    deck.show(true)
    return deck
  }

  /** @param {Session} session */
  finish(session) {
    showSummary(
      this,
      cardsText.done(session.questions.length),
      '',
      button('yx-start', cardsText.first, () => this.begin({ ...session, position: 0 })),
      button('yx-quiet', cardsText.other, () => this.leave())
    )
  }
}
