/** @import { Index, Paper } from './bank.js' */

// Which document a link is about is read before its index is there: see wantedDocument().

const LONGEST = 64

/**
 * The query of a link to a paper; the same link gives the same paper.
 *
 * @param {string} document - its name
 * @param {string} paper - its id
 * @param {string} seed
 * @returns {string} a query, `?document=…&paper=…&seed=…`
 */
export function linkTo(document, paper, seed) {
  const [inDocument, ofPaper, withSeed] = [document, paper, seed].map(encodeURIComponent)
  return `?document=${inDocument}&paper=${ofPaper}&seed=${withSeed}`
}

/**
 * @param {string} query - of the page's address, not trusted
 * @param {Pick<Index, 'document' | 'papers'>} index
 * @returns {{paper: Paper, seed: string | undefined} | undefined} undefined where it names no existing paper of this document
 */
export function readLink(query, index) {
  const parameters = new URLSearchParams(query)
  const here = (parameters.get('document') || index.document) === index.document
  const paper = here && index.papers.find(({ id }) => id === parameters.get('paper'))
  const seed = parameters.get('seed') || ''
  return paper ? { paper, seed: isSeed(seed) ? seed : undefined } : undefined
}

/** @param {string} seed */
export function isSeed(seed) {
  return seed !== '' && seed.length <= LONGEST && !/[<\u0000-\u001f\u007f\ufffd]/.test(seed)
}
