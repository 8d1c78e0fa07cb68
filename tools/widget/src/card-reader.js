/**
 * Reads cards, in a worker or, where there is none, on the page. `build.js` makes a function of it, so that a page opened from a
 * folder can give its text to a worker: see `classroom-cards/start-reader.js`.
 */

import { readCards } from './classroom-cards/read-cards.js'

if (typeof document === 'undefined') {
  onmessage = ({ data: { job, image } }) => postMessage({ job, reads: readCards(image) })
  // It has loaded.
  postMessage({})
} else {
  window.yanxiReadCards = readCards
}
