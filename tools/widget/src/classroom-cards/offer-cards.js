import { startReader } from './start-reader.js'
import { CardVote } from './yx-card-vote.js'

/** @import { Reader } from './start-reader.js' */
/** @import { Vote } from './yx-card-vote.js' */

/** Offers to read cards in pictures, and to vote by them. What reads them is loaded when it is first needed. */
export function offerCards() {
  customElements.define('yx-card-vote', CardVote)
  window.yanxi.readCards = readCards
  window.yanxi.readVotes = readVotes
}

/** @type {Promise<Reader> | undefined} */
let reader

/** @param {ImageData} image */
async function readCards(image) {
  reader = reader || startReader()
  // What did not load is loaded again the next time.
  reader.catch(() => (reader = undefined))
  return (await reader)(image)
}

/** @param {Vote} vote */
function readVotes(vote) {
  const panel = /** @type {CardVote} */ (document.createElement('yx-card-vote'))
  panel.vote = vote
  vote.place.textContent = ''
  vote.place.append(panel)
}
