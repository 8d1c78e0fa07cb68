import { ROOT, loadScript } from './site-index.js'
import { drawing, s } from './svg.js'

// Of the same version as this script.
const { search } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src)

/** Loads what draws QR codes, so that there need be no network when one is wanted. */
export function readyQrCodes() {
  return loadScript(`${ROOT}assets/qr-code.js${search}`)
}

/**
 * @param {string} text
 * @param {string} words - the text alternative
 * @returns {Promise<SVGElement>} black on white, whatever the scheme
 */
export async function qrCode(text, words) {
  await readyQrCodes()
  const rows = window.yanxiQrCode(text)
  const dark = rows.map((row, y) => row.map((is, x) => (is ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  const whole = `M0 0h${rows.length}v${rows.length}H0z`
  return drawing(
    'yx-qr-code',
    rows.length,
    rows.length,
    words,
    s('path', { fill: '#fff', d: whole }),
    s('path', { fill: '#000', d: dark, 'shape-rendering': 'crispEdges' })
  )
}
