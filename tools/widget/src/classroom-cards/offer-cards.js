import { readWith } from './start-reader.js'
import { CardVote } from './yx-card-vote.js'
import { PhoneResults } from './yx-phone-results.js'

/** @import { Vote } from './yx-card-vote.js' */

/** Offers to read cards in pictures, to vote by them, and to collect what phones show. */
export function offerCards() {
  customElements.define('yx-card-vote', CardVote)
  customElements.define('yx-phone-results', PhoneResults)
  window.yanxi.readCards = (/** @type {ImageData} */ image) => readWith('card-reader', image)
  window.yanxi.readVotes = readVotes
}

/** @param {Vote} vote */
function readVotes(vote) {
  const panel = /** @type {CardVote} */ (document.createElement('yx-card-vote'))
  panel.vote = vote
  vote.place.textContent = ''
  vote.place.append(panel)
  panel.scrollIntoView()
  const first = /** @type {HTMLElement} */ (panel.querySelector('button, input'))
  first.focus({ preventScroll: true })
}
