import { hasOwn } from '../../core/own.js'
import { fill, h } from '../../ui/hyperscript.js'
import { clausesOf, knownOf, lastRecited, recitable } from '../shared/recitation.js'
import { loadRecitation } from '../shared/site-data.js'
import { StudyElement, setRunning } from '../shared/study-element.js'
import { ProvisionRecital } from './provision-recital.js'
import { reciteText } from './recite-text.js'

/** @import { App } from '../shared/app.js' */
/** @import { Recitation } from '../shared/site-data.js' */

/**
 * Recites the official text, clause by clause, with words masked. The address says which provision: `#at=a1-m3`, or
 * `?at=2022/a1-m3` in a link, which may leave out the document.
 */
export class Recite extends StudyElement {
  connectedCallback() {
    super.connectedCallback()
    this.route = () => this.draw()
    addEventListener('hashchange', this.route)
  }

  disconnectedCallback() {
    removeEventListener('hashchange', /** @type {() => void} */ (this.route))
    setRunning(false)
  }

  /** @param {App} app */
  async start(app) {
    /** @private @type {Recitation} */
    this.recitation = await loadRecitation(app.index)
    app.onChange(() => this.listing && this.list())
    this.draw()
  }

  /** @private */
  draw() {
    if (this.recitation) {
      const named = location.hash ? location.hash.replace(/^#at=/, '') : this.linked
      const wanted = named && named !== '#list' ? named : ''
      if (wanted && this.has(wanted)) {
        this.recite(wanted)
      } else {
        this.list(!!wanted)
      }
    }
  }

  /** @private The provision that a link led to; one of a document that is not here is none of this one's. */
  get linked() {
    const at = new URLSearchParams(location.search).get('at') || ''
    return at.replace(`${this.app.document}/`, '')
  }

  /** @private @param {string} provision */
  has(provision) {
    return hasOwn(/** @type {Recitation} */ (this.recitation), provision)
  }

  /** @private @param {string} provision */
  clauses(provision) {
    return clausesOf(this.app.index, /** @type {Recitation} */ (this.recitation), provision)
  }

  /** @private */
  get provisions() {
    return Object.keys(this.app.index.provisions).filter((id) => this.has(id))
  }

  /** @private @param {string} provision */
  nameOf(provision) {
    const { label, citation, name } = this.app.index.provisions[provision]
    return label ? `${citation} ${name}` : name
  }

  /**
   * @private
   * @param {boolean} [lost] - whether a link named a provision that does not exist
   */
  list(lost = false) {
    const { app } = this
    const last = lastRecited(app)
    const { session } = this
    this.listing = true
    setRunning(false)
    fill(
      this,
      lost && h('p', { class: 'yx-notice' }, reciteText.badLink),
      session &&
        h(
          'p',
          { class: 'yx-actions' },
          h('a', { class: 'yx-start', href: `#at=${session.scope}` }, reciteText.goOn(this.nameOf(session.scope))),
          h('small', null, reciteText.at(session.position + 1, this.clauses(session.scope).length))
        ),
      h('h2', null, reciteText.choose),
      h(
        'ul',
        { class: 'yx-list' },
        this.provisions.map((id) => {
          const all = this.clauses(id)
          const clauses = recitable(all)
          return h(
            'li',
            null,
            h(
              'a',
              { href: `#at=${id}` },
              h('span', null, this.nameOf(id)),
              h('small', null, reciteText.state(knownOf(last, id, clauses), clauses.length, all.length))
            )
          )
        })
      )
    )
  }

  /**
   * The stored place, if its provision still exists.
   *
   * @private
   */
  get session() {
    const session = this.app.sessions.read('recite')
    const { scope = '' } = session || {}
    return session && this.has(scope) ? { ...session, scope } : undefined
  }

  /** @private @param {string} provision */
  recite(provision) {
    const { app, session } = this
    const all = this.provisions
    const next = all[all.indexOf(provision) + 1]
    this.listing = false
    new ProvisionRecital(app, this, provision, this.clauses(provision), {
      name: this.nameOf(provision),
      next: next ? { id: next, name: this.nameOf(next) } : undefined
    }).start(session && session.scope === provision ? session : undefined)
  }
}
