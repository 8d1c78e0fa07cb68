import { named } from './site.js'
import { isDate, isFlag, isObject } from './validate.js'

/** @import { Check } from './validate.js' */
/** @import { Local } from './local-storage.js' */

/**
 * @typedef {object} Settings
 * @property {18 | 21 | 24 | 27 | 30} textSize - px
 * @property {boolean} large - targets of 60 px
 * @property {boolean} autoNext - on to the next question after a right answer
 * @property {boolean} shuffle
 * @property {boolean} readAloud
 * @property {number} reviewLimit - answers in review a day
 * @property {string} testDay - 2026-12-24, the day of the reader's test; empty where there is none
 */

export const KEY = named('settings')

export const TEXT_SIZES = [18, 21, 24, 27, 30]

export const MOST_REVIEWS = 200

/** @type {Readonly<Settings>} */
const DEFAULTS = { textSize: 18, large: false, autoNext: false, shuffle: true, readAloud: false, reviewLimit: 20, testDay: '' }

/** @type {Record<keyof Settings, Check>} */
const CHECKS = {
  textSize: (value) => TEXT_SIZES.includes(value),
  large: isFlag,
  autoNext: isFlag,
  shuffle: isFlag,
  readAloud: isFlag,
  reviewLimit: (value) => Number.isInteger(value) && value >= 1 && value <= MOST_REVIEWS,
  testDay: (value) => value === '' || isDate(value)
}

const NAMES = /** @type {(keyof Settings)[]} */ (Object.keys(CHECKS))

/**
 * @param {Local} local
 * @returns {Settings} what cannot be read is as it was at first
 */
export function readSettings(local) {
  return toSettings(local.read(KEY))
}

/**
 * @param {Local} local
 * @param {Partial<Settings>} changes
 * @returns {Settings}
 */
export function changeSettings(local, changes) {
  const settings = toSettings({ ...readSettings(local), ...changes })
  local.write(KEY, settings)
  return settings
}

/**
 * @param {any} value - from storage or a backup
 * @returns {Settings}
 */
export function toSettings(value) {
  const settings = { ...DEFAULTS }
  for (const name of NAMES) {
    if (isObject(value) && CHECKS[name](value[name])) {
      settings[name] = /** @type {never} */ (value[name])
    }
  }
  return settings
}

/**
 * Whether a backup's settings are ours. A later version may have others besides; they are passed over.
 *
 * @param {any} value
 */
export function areSettings(value) {
  return isObject(value) && NAMES.every((name) => value[name] === undefined || CHECKS[name](value[name]))
}
