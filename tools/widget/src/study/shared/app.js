import { ofDocument } from '../../core/document.js'
import { addAnswer, readHistory, starred } from '../../core/history.js'
import { review } from '../../core/review.js'
import { Schedule } from '../../core/schedule.js'
import { openLocal } from '../../store/local-storage.js'
import { newId } from '../../store/new-id.js'
import { isReadable } from '../../store/record.js'
import { recover } from '../../store/recover-pending.js'
import { openSessions } from '../../store/sessions.js'
import { readSettings } from '../../store/settings.js'
import { onNews } from '../../store/tab-sync.js'
import { tidy } from '../../store/tidy.js'
import { noteTurns, takeTurn } from '../../store/turn.js'
import { showTrouble } from '../../ui/storage-notice.js'
import { whenIdle } from '../../ui/page-ready.js'
import { keepDocument, loadWantedIndex } from './site-data.js'

/** @import { History } from '../../core/history.js' */
/** @import { Review } from '../../core/review.js' */
/** @import { Local } from '../../store/local-storage.js' */
/** @import { Log } from '../../store/log.js' */
/** @import { LogRecord } from '../../store/record.js' */
/** @import { SiteIndex } from './site-data.js' */

/**
 * What all ways to study share: the index of one document, its records of the log and what is computed from them, settings,
 * and the time. The elements of a page share one.
 */
export class App {
  /**
   * @param {SiteIndex} index
   * @param {Log} log
   * @param {Local} local
   */
  constructor(index, log, local) {
    this.index = index
    this.log = log
    this.local = local
    this.document = index.document
    this.sessions = openSessions(local, index.document)
    /** @type {LogRecord[]} of all documents, in no order: what a backup takes along */
    this.everything = []
    /** @type {LogRecord[]} of this document, in no order */
    this.records = []
    /** How many records could not be read. They stay in the log. */
    this.unreadable = 0
    /** Whether the log has been read. Before that there are no records, or those of this page alone. */
    this.hasRead = false
    /** @type {Promise<void>} resolves when it has */
    this.ready = Promise.resolve()
    /** Whether the log could not be read at all: then the records are those that wait to be written. */
    this.unread = false
    /** @private @type {(() => void)[]} */
    this.listeners = []
    /** @private @type {{history?: History, schedule?: Schedule, stars?: Set<string>}} computed from the records */
    this.known = {}
  }

  get now() {
    return Date.now()
  }

  /** The offset of this device's clock today: minutes east of UTC. */
  get here() {
    return 0 - new Date().getTimezoneOffset()
  }

  get settings() {
    return readSettings(this.local)
  }

  /** @returns {History} */
  get history() {
    return (this.known.history = this.known.history || readHistory(this.records, this.index, this.now))
  }

  /** @returns {Schedule} of the history; it sees answers that are added later */
  get schedule() {
    return (this.known.schedule = this.known.schedule || new Schedule(this.history.answers, this.here))
  }

  /** @returns {Review} what is due today, up to the reader's daily limit */
  get due() {
    return review(this.schedule, this.records, this.settings.reviewLimit, this.now, this.here)
  }

  /** @returns {Set<string>} the questions that the reader has marked */
  get stars() {
    return (this.known.stars = this.known.stars || starred(this.records, this.index, this.now))
  }

  /**
   * Reads the whole log.
   *
   * @param {Promise<unknown[]>} [records] - a read that has already begun
   */
  async read(records = this.log.records()) {
    const known = this.everything.length
    const all = await records
    const meanwhile = this.everything.slice(known)
    this.hasRead = true
    this.unread = this.log.unread
    this.everything = all.filter(isReadable)
    if (meanwhile.length) {
      const ids = new Set(this.everything.map(({ id }) => id))
      this.everything.push(...meanwhile.filter(({ id }) => !ids.has(id)))
    }
    this.records = ofDocument(this.everything, this.document)
    this.unreadable = all.length - this.everything.length
    noteTurns(this.everything, this.now)
    this.forget()
  }

  /**
   * Adds to the log what happens now in this document. What follows from it is right at once; it is on the device when the
   * promise resolves, to whether the log has it.
   *
   * @param {LogRecord | LogRecord[]} records
   */
  async add(records) {
    const { document, here } = this
    const late = takeTurn(this.now)
    const all = /** @type {LogRecord[]} */ ([]).concat(records).map((record) => ({
      ...record,
      document,
      ...(record.type === 'answer' && { offset: here }),
      ...(late && { turn: record.at + late })
    }))
    all.forEach((record) => this.take(record))
    this.tell()
    const kept = await this.log.append(all)
    showTrouble(this.log)
    return kept
  }

  /** @param {string} question @param {boolean} on */
  star(question, on) {
    return this.add({ id: newId(), type: 'star', question, on, at: this.now })
  }

  /**
   * @param {() => void} listener - called when there is more in the log, from here or from another tab; not for the
   *   answers that questions on this page write themselves (`yx-answered`)
   */
  onChange(listener) {
    this.listeners.push(listener)
  }

  /**
   * @param {LogRecord} record - of this document, that is in the log already, or on its way
   */
  take(record) {
    this.everything.push(record)
    this.records.push(record)
    const { history } = this.known
    if (record.type !== 'answer' || (history && !addAnswer(history, record, this.index))) {
      this.forget()
    }
  }

  /** Reads the log again after it was changed from outside this page. */
  async refresh() {
    await this.read()
    this.tell()
  }

  /** @private */
  tell() {
    this.listeners.forEach((listener) => listener())
  }

  /** @private */
  forget() {
    this.known = {}
  }
}

/** @type {Promise<App> | undefined} */
let begun

/** @returns {Promise<App>} the page's, as soon as there is an index; the log is being read, see {@link App.ready} */
export function beginApp() {
  begun = begun || begin()
  begun.then(({ ready }) => ready).catch(() => {
    begun = undefined
  })
  return begun
}

/** @returns {Promise<App>} the page's, when the log has been read */
export async function openApp() {
  const app = await beginApp()
  await app.ready
  return app
}

/** The records that the page began to read before this script ran. Returned once, since they go out of date. */
function takeEarly() {
  const { early } = window.yanxi
  window.yanxi.early = undefined
  return early
}

async function begin() {
  const index = await loadWantedIndex()
  const { log } = window.yanxi
  const app = new App(index, log, openLocal())
  keepDocument(index)
  log.onBack = async () => {
    await app.refresh()
    showTrouble(log)
  }
  document.addEventListener('yx-answered', (event) => app.take(/** @type {CustomEvent} */ (event).detail))
  app.ready = readLog(app).then(() => follow(app))
  return app
}

/** @param {App} app */
async function readLog(app) {
  await app.read(takeEarly())
  if (app.unread) {
    // Storage may have answered after that read was given up, and before this script was there to hear it.
    await app.read()
  }
}

/** Follows what happens to the log from elsewhere. @param {App} app */
function follow(app) {
  const { log } = app
  onNews(() => app.refresh())
  // What waits counts already; drawing does not wait for storage to take it.
  recover(log).then(() => showTrouble(log))
  // A page restored from the back/forward cache has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && app.refresh())
  // The next visit reads packed records in half the time.
  whenIdle(() => tidy(log))
}
