import { resume } from '../../core/pick.js'
import { MOST_NAMES } from '../../store/validate.js'
import { showTrouble } from '../../ui/storage-notice.js'
import { QuestionRun } from './question-run.js'
import { StudyElement, setRunning } from './study-element.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from './app.js' */

/** @typedef {Record<string, 'right' | 'wrong'>} Results */

/**
 * A way to study that goes through a list of questions and stores the place. Meanwhile the address ends in #run, so that the
 * phone's back key returns to where the list was selected, and a reload to where the reader stopped.
 */
export class SessionElement extends StudyElement {
  constructor() {
    super()
    this.route = () => this.draw()
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', this.route)
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.route)
    this.close()
  }

  /**
   * The name under which the session is stored, and in the log.
   *
   * @abstract
   */
  get name() {
    return ''
  }

  /**
   * Renders what can be started.
   *
   * @abstract
   * @param {Session | undefined} _session - the unfinished one
   */
  offer(_session) {}

  /**
   * Renders the summary.
   *
   * @abstract
   * @param {Session} _session - that is over
   * @param {Results} _results
   */
  finish(_session, _results) {}

  /** @param {App} app */
  start(app) {
    app.onChange(() => !this.run && this.draw())
    if (!this.offered || location.hash === '#run') {
      this.draw()
    }
  }

  /**
   * @param {Session} session
   * @returns {{close: () => void}}
   */
  go(session) {
    const results = session.results || {}
    /** @type {import('./question-run.js').Course} */
    const course = {
      from: this.name,
      questions: session.questions,
      position: session.position,
      results,
      keep: () => this.keep({ ...session, position: course.position, results }),
      leave: () => this.leave(),
      end: () => this.end(session, results)
    }
    const run = new QuestionRun(this.app, this, course)
    // Where the page begins with it, nothing was pressed that has the focus.
    run.show(!!this.offered)
    return run
  }

  /** @param {Session} session */
  begin(session) {
    this.keep({ ...session, questions: session.questions.slice(0, MOST_NAMES) })
    const { local } = this.app
    if (!local.persistent) {
      showTrouble({ trouble: local.trouble })
    }
    if (location.hash === '#run') {
      this.draw()
    } else {
      location.hash = 'run'
    }
  }

  /** Returns to where the list was selected. */
  leave() {
    this.close()
    if (this.offered) {
      history.back()
    } else {
      location.hash = ''
    }
  }

  /** @param {Session} session */
  keep(session) {
    this.app.sessions.keep(this.name, session)
  }

  /**
   * @param {Session} session
   * @param {Results} results
   */
  end(session, results) {
    this.app.sessions.end(this.name)
    this.close()
    this.finish(session, results)
  }

  /** @private */
  draw() {
    if (this.app && this.app.hasRead) {
      const running = location.hash === '#run'
      // A reload shows the answer again that the reader was looking at.
      const session = running && !this.offered ? this.left() : this.resumable()
      this.close()
      if (running && session) {
        this.run = this.go(session)
      } else {
        this.offered = true
        this.offer(session)
      }
    }
  }

  /**
   * Reads the unfinished session, without the questions that are no longer asked.
   *
   * @returns {Session | undefined}
   */
  left() {
    const kept = this.app.sessions.read(this.name)
    const session = kept && { ...kept, ...resume(this.app.index, kept.questions, kept.position) }
    return session && session.position < session.questions.length ? session : undefined
  }

  /**
   * The same for a reader who comes back to it: who left at a question that is answered goes on with the next.
   *
   * @returns {Session | undefined}
   */
  resumable() {
    const session = this.left()
    const { questions, position, results = {} } = session || { questions: [], position: 0 }
    const next = position + 1
    return session && results[questions[position]] && next < questions.length ? { ...session, position: next } : session
  }

  /** @private */
  close() {
    if (this.run) {
      this.run.close()
      this.run = undefined
    }
    setRunning(false)
  }
}
