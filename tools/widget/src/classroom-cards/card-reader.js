/** Reads cards, in a worker or, where there is none, on the page: see `classroom-cards/start-reader.js`. */

import { readCards } from './classroom-cards/read-cards.js'
import { serveReader } from './classroom-cards/serve-reader.js'

serveReader('card-reader', readerSource, readCards)
