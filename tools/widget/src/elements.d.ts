import type { Question } from './question/yx-question.js'
import type { Score } from './page/yx-score.js'
import type { Log } from './store/log.js'
import type { Search } from './search/yx-search.js'
import type { Recitation } from './study/shared/site-data.js'
import type { SiteIndex } from './ui/site-index.js'

declare global {
  interface HTMLElementTagNameMap {
    'yx-question': Question
    'yx-score': Score
    'yx-search': Search
  }

  interface Window {
    /** What yanxi.js lends to the other scripts of a page: there is one log, and so one connection to it. */
    yanxi: {
      log: Log
      /** Whose page this is, see store/site.js. */
      reader: string
      /** On study pages: what is in the log, of all documents, read from the head on. */
      early?: Promise<unknown[]>
      /** On study pages: adds the theme's script, the first time. */
      bringTheme?: () => void
    }
    yanxiIndex?: SiteIndex
    yanxiRecite?: Recitation
    yanxiSearch?: [alphabet: string, text: string]
    yanxiFragments?: (fragments: Record<string, string>) => void
  }
}
