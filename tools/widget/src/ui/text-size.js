/** How large the reader wants text and targets, on every page and before anything is painted. */

import { named } from '../store/site.js'

const KEY = named('settings')

const SIZES = [18, 21, 24, 27, 30]

/** @param {{textSize?: number, large?: boolean}} [settings] - by default what the device has kept */
export function applyTextSize(settings = readSizes()) {
  const { textSize = SIZES[0], large } = settings
  const { classList, style } = document.documentElement
  // A share of the reader's own size, never in place of it.
  style.setProperty('--yx-scale', `${SIZES.includes(textSize) ? textSize / SIZES[0] : 1}`)
  classList.toggle('yx-large', large === true)
}

function readSizes() {
  try {
    return JSON.parse(localStorage.getItem(KEY) || '{}') || {}
  } catch (_) {
    return {}
  }
}
