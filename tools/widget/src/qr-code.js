/** Draws QR codes. Loaded by what shows one: see `ui/qr-code-image.js`. */

import encodeQR from 'qr'

window.yanxiQrCode = (text) => encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
