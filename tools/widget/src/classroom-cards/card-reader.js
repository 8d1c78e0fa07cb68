/** Reads cards, in a worker or, where there is none, on the page: see `start-reader.js`. */

import { readCards } from './read-cards.js'
import { serveReader } from './serve-reader.js'

serveReader('card-reader', readerSource, readCards)
