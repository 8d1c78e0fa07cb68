import { tick, timeLeft } from '../../core/exam-clock.js'

/** @import { Clock } from '../../core/exam-clock.js' */

/** How often the clock is stored, ms: a crash gains the reader no more time than this. */
const KEEP = 5000

/** Runs an exam's clock while the page is open. */
export class ExamTimer {
  /**
   * @param {Clock} clock
   * @param {() => number} now - by the wall clock
   * @param {{show: (left: number) => void, keep: (clock: Clock) => void, over: () => void}} told
   */
  constructor(clock, now, { show, keep, over }) {
    this.clock = clock
    this.now = now
    this.told = { show, keep, over }
    this.since = NaN
    this.kept = 0
    this.wake = () => this.go()
  }

  start() {
    this.beat = setInterval(this.wake, 1000)
    // Browsers delay or stop the intervals of a page in the background.
    document.addEventListener('visibilitychange', this.wake)
    addEventListener('pageshow', this.wake)
    this.go()
  }

  stop() {
    clearInterval(this.beat)
    document.removeEventListener('visibilitychange', this.wake)
    removeEventListener('pageshow', this.wake)
  }

  /** @private */
  go() {
    const moment = performance.now()
    const left = this.left(moment)
    this.told.show(left)
    if (document.hidden || moment - this.kept >= KEEP) {
      this.kept = moment
      this.told.keep(this.clock)
    }
    if (left === 0) {
      this.stop()
      this.told.over()
    }
  }

  /**
   * @private
   * @param {number} moment
   */
  left(moment) {
    this.clock = tick(this.clock, this.now(), Number.isNaN(this.since) ? 0 : moment - this.since)
    this.since = moment
    return timeLeft(this.clock)
  }
}

/** @param {number} left - ms */
export function clockFace(left) {
  const seconds = Math.ceil(left / 1000)
  const two = (/** @type {number} */ number) => `${number}`.padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
