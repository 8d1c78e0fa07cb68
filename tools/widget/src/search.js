/** Search, loaded when its box is opened. The index is in data/search.js, which comes before. */

import { Search } from './search/yx-search.js'

// The box is made anew, and this fetched again, after the network has failed.
if (!customElements.get('yx-search')) {
  customElements.define('yx-search', Search)
}
