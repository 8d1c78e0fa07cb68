/**
 * What the cards show: black squares of eight by eight cells whose inner six by six are a code, a white cell being a 1. These are
 * the first forty codes of the dictionary ARUCO_MIP_36h12: any two of them, however they are turned, differ in 14 cells or
 * more, and in 8 or more from what a mirror would make of one. `yanxi/render/classroom_cards.py` prints the same.
 */

export const CELLS = 6

/** How many wrong cells a code is still known with. Seven would make two codes alike. */
export const MOST_WRONG = 3

/** @type {readonly string[]} the first is that of card 1 */
export const CODES = [
  'd2b63a09d', '6001134e5', '1206fbe72', 'ff8ad6cb4', '85da9bc49', 'b461afe9c', '6db51fe13', '5248c541f',
  '008f34503', '8ea462ece', 'eac2be76d', '1af615c44', 'b48a49f27', '2e4e1283b', '78b1f2fa8', '27d34f57e',
  '89222fff1', '4c1669406', 'bf49b3511', 'dc191cd5d', '11d7c3f85', '16a130e35', 'e29f27eff', '428d8ae0c',
  '90d548477', '2319cbc93', 'c3b0c3dfc', '0424bccc9', '2a081d630', '762743d96', 'd0645bf19', 'f38d7fd60',
  'c6cbf9a10', '3c1be7c65', '276f75e63', '4490a3f63', 'da60acd52', '3cc68df59', 'ab46f9dae', '88d533d78'
]

/**
 * @param {string} code
 * @returns {number[]} its cells row by row, 1 where white and -1 where black
 */
export function cellsOf(code) {
  return Array.from({ length: CELLS * CELLS }, (_, at) => (parseInt(code[at >> 2], 16) & (8 >> (at & 3)) ? 1 : -1))
}
