/** Bytes as plain letters and digits, which no chat program breaks, links or swallows: 43 characters for 32 bytes. */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = ALPHABET.length

/** 62 to the 43rd is just above 256 to the 32nd, so a block of this size wastes next to nothing. */
const BLOCK = 32

/** How many characters a block of so many bytes takes: each has another number, so the number tells the bytes. */
const LENGTHS = Array.from({ length: BLOCK + 1 }, (_, bytes) => Math.ceil((bytes * 8) / Math.log2(BASE)))
const MOST = LENGTHS[BLOCK]

/**
 * @param {number} letters
 * @returns {number} how many bytes they can hold
 */
export function bytesIn(letters) {
  const rest = letters % MOST
  return Math.floor(letters / MOST) * BLOCK + LENGTHS.filter((length) => length <= rest).length - 1
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function toLetters(bytes) {
  const blocks = []
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = Uint8Array.from(bytes.subarray(at, at + BLOCK))
    const letters = Array(LENGTHS[block.length])
    for (let place = letters.length - 1; place >= 0; place--) {
      let rest = 0
      for (let n = 0; n < block.length; n++) {
        const value = rest * 256 + block[n]
        block[n] = value / BASE
        rest = value % BASE
      }
      letters[place] = ALPHABET[rest]
    }
    blocks.push(letters.join(''))
  }
  return blocks.join('')
}

/**
 * @param {string} text
 * @returns {Uint8Array | undefined} nothing for what toLetters() does not write
 */
export function fromLetters(text) {
  const last = LENGTHS.indexOf(text.length % MOST)
  if (last < 0) {
    return undefined
  }
  const bytes = new Uint8Array(Math.floor(text.length / MOST) * BLOCK + last)
  for (let from = 0, at = 0; from < text.length; from += MOST, at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK)
    for (const letter of text.slice(from, from + MOST)) {
      let carry = ALPHABET.indexOf(letter)
      if (carry < 0) {
        return undefined
      }
      for (let n = block.length - 1; n >= 0; n--) {
        const value = block[n] * BASE + carry
        block[n] = value
        carry = value >> 8
      }
      if (carry) {
        return undefined
      }
    }
  }
  return bytes
}
