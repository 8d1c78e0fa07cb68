import { addAnswer, readHistory, starred } from '../../core/history.js'
import { review } from '../../core/review.js'
import { Schedule } from '../../core/schedule.js'
import { openLocal } from '../../store/local-storage.js'
import { newId } from '../../store/new-id.js'
import { pack } from '../../store/pack.js'
import { setPending } from '../../store/pending.js'
import { isReadable } from '../../store/record.js'
import { recover } from '../../store/recover-pending.js'
import { readSettings } from '../../store/settings.js'
import { onNews } from '../../store/tab-sync.js'
import { whenIdle } from '../../ui/page-ready.js'
import { loadIndex } from './site-data.js'

/** @import { History } from '../../core/history.js' */
/** @import { Review } from '../../core/review.js' */
/** @import { Local } from '../../store/local-storage.js' */
/** @import { Log } from '../../store/log.js' */
/** @import { LogRecord } from '../../store/record.js' */
/** @import { SiteIndex } from './site-data.js' */

/**
 * What all ways to study share: the index, the records of the log and what is computed from them, settings, and the time.
 * The elements of a page share one.
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
    /** @type {LogRecord[]} in no order */
    this.records = []
    /** How many records could not be read. They stay in the log. */
    this.unreadable = 0
    /** @private @type {(() => void)[]} */
    this.listeners = []
    /** @private @type {{history?: History, schedule?: Schedule, stars?: Set<string>}} computed from the records */
    this.known = {}
  }

  get now() {
    return Date.now()
  }

  /** Minutes west of Greenwich. */
  get zone() {
    return new Date().getTimezoneOffset()
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
    return (this.known.schedule = this.known.schedule || new Schedule(this.history.answers))
  }

  /** @returns {Review} what is due today, up to the reader's daily limit */
  get due() {
    return review(this.schedule, this.records, this.settings.reviewLimit, this.now, this.zone)
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
    const all = await records
    this.records = all.filter(isReadable)
    this.unreadable = all.length - this.records.length
    this.forget()
  }

  /**
   * Adds to the log. What follows from it is right at once; it is on the device when the promise is kept.
   *
   * @param {LogRecord | LogRecord[]} records
   */
  async add(records) {
    const all = /** @type {LogRecord[]} */ ([]).concat(records)
    all.forEach((record) => this.take(record))
    this.tell()
    // What is many, an exam, has its own way to be brought in a second time.
    const [only] = all.length === 1 ? all : []
    if (only) {
      setPending(only.id, only)
    }
    await this.log.append(all)
    if (only && this.log.persistent) {
      setPending(only.id)
    }
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
   * @param {LogRecord} record - that is in the log already, or on its way
   */
  take(record) {
    this.records.push(record)
    if (record.type === 'answer' && this.known.history) {
      addAnswer(this.known.history, record, this.index)
    } else if (record.type !== 'answer') {
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
let opened

/** @returns {Promise<App>} the page's */
export function openApp() {
  opened = opened || open()
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

/** The records that the page began to read before this script ran. Returned once, since they go out of date. */
function takeEarly() {
  const { early } = window.yanxi
  window.yanxi.early = undefined
  return early
}

async function open() {
  const [index, log] = await Promise.all([loadIndex(), window.yanxi.log()])
  const app = new App(index, log, openLocal())
  const early = takeEarly()
  await app.read((await recover(log)) ? undefined : early)
  document.addEventListener('yx-answered', (event) => app.take(/** @type {CustomEvent} */ (event).detail))
  onNews(() => app.refresh())
  // A page restored from the back/forward cache has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && app.refresh())
  // The next visit reads packed records in half the time.
  whenIdle(() => log.tidy(pack))
  return app
}
