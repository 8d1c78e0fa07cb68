import { newId } from '../../store/new-id.js'
import { isPending } from '../../store/pending.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { dateOf } from '../shared/dates.js'
import { firstStep, hides, LAST_STEP, lastRecited } from '../shared/recitation.js'
import { addressOf } from '../shared/site-data.js'
import { setRunning } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'
import { showSummary } from '../shared/summary.js'
import { reciteText } from './recite-text.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from '../shared/app.js' */
/** @import { Clause } from '../shared/recitation.js' */

/** Recites one provision, clause by clause, with words masked. */
export class ProvisionRecital {
  /**
   * @param {App} app
   * @param {HTMLElement} host - whose children it replaces
   * @param {string} provision
   * @param {Clause[]} all
   * @param {{name: string, next?: {id: string, name: string}}} names - the provision's, and the following one's
   */
  constructor(app, host, provision, all, names) {
    this.app = app
    this.host = host
    this.provision = provision
    this.all = all
    this.names = names
    /** The clauses of this round: all of them, or those not remembered. */
    this.clauses = all
    this.at = 0
    this.step = firstStep(all)
    /** @type {Record<string, 'right' | 'wrong'>} */
    this.results = {}
    /** @type {Set<string>} records on their way into the log */
    this.unkept = new Set()
    /** @type {WeakMap<Element, string>} the words behind each mask */
    this.hidden = new WeakMap()
    this.count = h('span', { class: 'yx-count' })
    this.words = h('p', { class: 'yx-recited' })
    this.hint = h('p', { class: 'yx-hint' })
    this.turner = button('yx-quiet', '', () => this.turn())
    this.foot = h('div', { class: 'yx-foot' })
    this.body = h('div', { class: 'yx-run' })
    this.chosen = h('summary', null)
    this.back = button('yx-quiet', reciteText.previous, () => this.go(this.before(this.at)))
    this.next = button('yx-quiet', reciteText.next, () => this.go(this.after(this.at)))
  }

  /** @param {Session} [session] - where the reader stopped */
  start(session) {
    if (session) {
      this.at = Math.min(session.position, this.all.length - 1)
      this.step = [0, 1, 2, 3, LAST_STEP].find((step) => `${step}` === session.manner) || 0
    }
    this.draw()
  }

  /** @private */
  draw() {
    const { index } = this.app
    fill(
      this.host,
      fill(
        this.body,
        h('div', { class: 'yx-head' }, h('a', { class: 'yx-quiet yx-leave', href: '#list' }, text.run.leave), this.count),
        h('h2', { class: 'yx-recite-title' }, this.names.name),
        this.words,
        this.hint,
        h('div', { class: 'yx-actions' }, this.back, this.turner, this.next),
        this.steps(),
        this.foot,
        h('p', null, h('a', { href: addressOf(index, this.provision) }, reciteText.page))
      )
    )
    setRunning(true)
    const at = this.after(this.at - 1)
    this.go(at < this.clauses.length ? at : this.after(-1))
  }

  /** Folded away: what is recited needs the screen. @private */
  steps() {
    const choose = (/** @type {Event} */ { target }) => {
      this.step = Number(/** @type {HTMLInputElement} */ (target).value)
      this.show()
      this.keep()
      fold.open = false
      this.bringWords()
    }
    const chips = h(
      'fieldset',
      { class: 'yx-chips', onchange: choose },
      h('legend', { class: 'yx-unseen' }, reciteText.steps),
      reciteText.step.map((words, step) =>
        h(
          'label',
          { class: 'yx-chip' },
          h('input', { type: 'radio', name: 'step', value: step, checked: step === this.step }),
          h('span', null, words)
        )
      )
    )
    const fold = h('details', { class: 'yx-fold yx-part' }, this.chosen, chips)
    return fold
  }

  /**
   * Whether a sentence is one to stop at: one with something hidden, or any where this step hides nothing at all.
   *
   * @private
   * @param {number} at
   */
  stops(at) {
    const { clauses, step } = this
    return hides(clauses[at], step) || !clauses.some((clause) => hides(clause, step))
  }

  /** @private @param {number} at */
  after(at) {
    do {
      at++
    } while (at < this.clauses.length && !this.stops(at))
    return at
  }

  /** @private @param {number} at */
  before(at) {
    do {
      at--
    } while (at >= 0 && !this.stops(at))
    return at
  }

  /** @private */
  bringWords() {
    const { top, bottom } = this.words.getBoundingClientRect()
    if (top < 0 || bottom > this.foot.getBoundingClientRect().top) {
      this.body.scrollIntoView()
    }
  }

  /** @private @param {number} at */
  go(at) {
    if (at >= this.clauses.length) {
      this.finish()
      return
    }
    this.at = at
    this.count.textContent = reciteText.at(this.at + 1, this.clauses.length)
    this.last = lastRecited(this.app).get(`${this.provision} ${this.clauses[this.at].id}`)
    this.show()
    this.keep()
    this.bringWords()
  }

  /** What hides nothing can be read, and not be remembered or forgotten. @private */
  show() {
    fill(this.words, this.clauses[this.at].pieces.map(([words, step]) => (step && step <= this.step ? this.mask(words) : words)))
    const masked = this.masks.length > 0
    this.chosen.textContent = reciteText.chosen(this.step)
    this.back.disabled = this.before(this.at) < 0
    this.next.hidden = !masked
    fill(
      this.foot,
      masked && button('yx-quiet yx-go', reciteText.unknown, () => this.judge('wrong')),
      masked && button('yx-quiet yx-go', reciteText.known, () => this.judge('right')),
      !masked && button('yx-quiet yx-go', reciteText.next, () => this.go(this.after(this.at)))
    )
    this.tell()
  }

  /**
   * Masks words. A tap or Enter shows them, another hides them. Not a button: that would not break across lines.
   *
   * @private
   * @param {string} words
   */
  mask(words) {
    const toggle = () => {
      show(mask, words, !mask.hasAttribute('data-shown'))
      this.tell()
    }
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        toggle()
      }
    }
    const mask = h('span', { class: 'yx-mask', role: 'button', tabindex: 0, onclick: toggle, onkeydown: press })
    this.hidden.set(mask, words)
    show(mask, words, false)
    return mask
  }

  /** @private */
  get masks() {
    return Array.from(this.words.querySelectorAll('.yx-mask'))
  }

  /** Shows all masked words, or hides them. @private */
  turn() {
    const { masks, hidden } = this
    const on = masks.some((mask) => !mask.hasAttribute('data-shown'))
    masks.forEach((mask) => show(mask, hidden.get(mask) || '', on))
    this.tell()
  }

  /** @private */
  tell() {
    const { masks, last: record, app } = this
    const hidden = masks.some((mask) => !mask.hasAttribute('data-shown'))
    const last = record && reciteText.before(dateOf(app, record), record.result)
    this.turner.hidden = !masks.length
    this.turner.textContent = hidden ? reciteText.showAll : reciteText.hideAll
    this.hint.textContent = [last, masks.length ? reciteText.hint : this.step > 0 && reciteText.none].filter(Boolean).join(' · ')
  }

  /** @private @param {'right' | 'wrong'} result */
  judge(result) {
    const { app, provision, clauses, at } = this
    const clause = clauses[at].id
    this.results[clause] = result
    const id = newId()
    this.unkept.add(id)
    app.add({ id, type: 'recite', provision, clause, result, at: app.now }).then((kept) => kept && this.unkept.delete(id))
    this.go(this.after(at))
  }

  /** Whether what was judged will be there at the next visit. The place moves on only then. @private */
  get safe() {
    return [...this.unkept].every(isPending)
  }

  /** @private */
  keep() {
    if (!this.safe) {
      return
    }
    this.app.sessions.keep('recite', {
      questions: this.all.map(({ id }) => id),
      position: this.all.indexOf(this.clauses[this.at]),
      scope: this.provision,
      manner: `${this.step}`
    })
  }

  /** @private */
  finish() {
    const { app, results, names } = this
    const judged = Object.keys(results)
    const wrong = this.all.filter(({ id }) => results[id] === 'wrong')
    if (this.safe) {
      app.sessions.end('recite')
    }
    setRunning(false)
    showSummary(
      this.host,
      reciteText.done(judged.length - wrong.length, judged.length),
      '',
      wrong.length > 0 && button('yx-start', reciteText.again, () => this.repeat(wrong, this.step)),
      this.step < LAST_STEP &&
        button(wrong.length ? 'yx-resume' : 'yx-start', reciteText.harder(reciteText.step[this.step + 1]), () =>
          this.repeat(this.all, this.step + 1)
        ),
      names.next && h('a', { class: 'yx-resume', href: `#at=${names.next.id}` }, reciteText.nextOne(names.next.name)),
      h('a', { class: 'yx-resume', href: '#list' }, reciteText.another)
    )
  }

  /**
   * @private
   * @param {Clause[]} clauses
   * @param {number} step
   */
  repeat(clauses, step) {
    this.clauses = clauses
    this.step = step
    this.at = 0
    this.results = {}
    this.draw()
  }
}

/**
 * @param {Element} mask
 * @param {string} words
 * @param {boolean} shown
 */
function show(mask, words, shown) {
  // As long as the words it hides, so that nothing moves when they are shown.
  mask.textContent = shown ? words : '＿'.repeat(words.length)
  mask.toggleAttribute('data-shown', shown)
  mask.setAttribute('aria-pressed', `${shown}`)
  if (shown) {
    mask.removeAttribute('aria-label')
  } else {
    mask.setAttribute('aria-label', reciteText.hidden(words.length))
  }
}
