/** @import { Index, Paper } from './bank.js' */

const LONGEST = 64

/**
 * The query of a link to a paper; the same link gives the same paper.
 *
 * @param {string} paper - its id
 * @param {string} seed
 * @returns {string} a query, `?paper=…&seed=…`
 */
export function linkTo(paper, seed) {
  return `?paper=${encodeURIComponent(paper)}&seed=${encodeURIComponent(seed)}`
}

/**
 * @param {string} query - of the page's address, not trusted
 * @param {Pick<Index, 'papers'>} index
 * @returns {{paper: Paper, seed: string | undefined} | undefined} undefined where it names no existing paper
 */
export function readLink(query, index) {
  const parameters = new URLSearchParams(query)
  const paper = index.papers.find(({ id }) => id === parameters.get('paper'))
  const seed = parameters.get('seed') || ''
  return paper && { paper, seed: isSeed(seed) ? seed : undefined }
}

/** @param {string} seed */
export function isSeed(seed) {
  return seed !== '' && seed.length <= LONGEST && !/[<\u0000-\u001f\u007f\ufffd]/.test(seed)
}
