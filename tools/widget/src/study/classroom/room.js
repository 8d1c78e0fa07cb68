import { wake } from '../../core/classroom-session.js'
import {
  MEETING,
  endMeeting,
  isMeeting,
  keepMeeting,
  lastAwake,
  noteAwake,
  readMeeting
} from '../../store/classroom-store.js'

/** @import { Meeting } from '../../core/classroom-session.js' */
/** @import { Local } from '../../store/local-storage.js' */

/**
 * From files, Safari's engine lets windows share storage and tells none of them of a change, by storage's own event as little
 * as by BroadcastChannel (Chromium does both): there they have to look.
 */
const SILENT = location.protocol === 'file:'

/** How often a window looks at the clock, ms, and how long it may be before it notes that it is awake. */
const BEAT = SILENT ? 300 : 1000
const NOTE = 5000

/**
 * The one meeting of this machine, the same in every window. A change is made to what is newest and told at once; where
 * several ways carry it, the second brings nothing new. Where storage is refused, BroadcastChannel alone carries it.
 */
export class Room {
  /**
   * @param {Local} local
   * @param {(meeting: Meeting | undefined) => void} changed - called after every change, from here or from another window
   * @param {() => void} beat - called every second
   */
  constructor(local, changed, beat) {
    this.local = local
    this.changed = changed
    this.beat = beat
    this.meeting = readMeeting(local)
    this.noted = 0
    /** Nothing tells when the machine fell asleep but that nobody looked at the clock. */
    this.awake = lastAwake(local)
    this.heard = (/** @type {StorageEvent} */ { key, newValue }) => {
      if (key === MEETING) {
        this.take(newValue === null ? undefined : readMeeting(local), newValue === null)
      }
    }
    addEventListener('storage', this.heard)
    if (window.BroadcastChannel) {
      this.channel = new BroadcastChannel(MEETING)
      this.channel.onmessage = ({ data }) => this.hear(data)
      this.channel.postMessage({ asking: true })
    }
    this.look()
    this.clock = setInterval(() => this.look(), BEAT)
  }

  /** @param {(meeting: Meeting) => Meeting} change - gives back the same where it changes nothing */
  act(change) {
    const stored = readMeeting(this.local)
    const { meeting } = this
    const newest = stored && meeting && stored.id === meeting.id && stored.turn > meeting.turn ? stored : meeting
    const next = newest && change(newest)
    if (next && next !== newest) {
      this.keep({ ...next, turn: next.turn + 1 })
    }
  }

  /** @param {Meeting} meeting - in place of any other */
  begin(meeting) {
    this.awake = Date.now()
    this.keep(meeting)
  }

  end() {
    const { meeting } = this
    endMeeting(this.local)
    if (meeting && this.channel) {
      this.channel.postMessage({ over: meeting.id })
    }
    this.take(undefined, true)
  }

  close() {
    removeEventListener('storage', this.heard)
    clearInterval(this.clock)
    if (this.channel) {
      this.channel.close()
    }
  }

  /** @private @param {Meeting} meeting */
  keep(meeting) {
    this.meeting = meeting
    keepMeeting(this.local, meeting)
    if (this.channel) {
      this.channel.postMessage({ meeting })
    }
    this.changed(meeting)
  }

  /** @private @param {any} message - from another window of this site */
  hear(message) {
    const { meeting } = this
    if (message && message.asking && meeting && this.channel && !this.local.persistent) {
      this.channel.postMessage({ meeting })
    } else if (message && isMeeting(message.meeting)) {
      this.take(message.meeting)
    } else if (message && meeting && message.over === meeting.id) {
      this.take(undefined, true)
    }
  }

  /** @private @param {Meeting | undefined} meeting @param {boolean} [over] */
  take(meeting, over = false) {
    const known = this.meeting
    const newer = meeting && (!known || meeting.id !== known.id || meeting.turn > known.turn)
    if (newer || (over && known)) {
      this.meeting = meeting
      this.changed(meeting)
    }
  }

  /** @private */
  look() {
    const now = Date.now()
    const seen = this.awake
    if (seen) {
      this.act((meeting) => wake(meeting, seen, now))
    }
    this.awake = now
    const { meeting, local } = this
    if (meeting && meeting.timer && meeting.timer.since && now - this.noted > NOTE) {
      this.noted = now
      noteAwake(local, now)
    }
    if (SILENT && local.persistent) {
      const stored = readMeeting(local)
      this.take(stored, !stored)
    }
    this.beat()
  }
}
