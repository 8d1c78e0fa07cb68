/** Reads a QR code in a picture, beside the page, as card-reader.js reads cards. */

import decodeQR from 'qr/decode.js'

import { serveReader } from './serve-reader.js'

serveReader('code-reader', readerSource, ({ width, height, data }) => {
  try {
    return decodeQR({ width, height, data }, { timeLimit: 150 })
  } catch (_) {
    // It throws where there is none.
    return ''
  }
})
