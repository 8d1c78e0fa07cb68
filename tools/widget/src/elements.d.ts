import type { Question } from './question/yx-question.js'
import type { Score } from './page/yx-score.js'
import type { Log } from './store/log.js'
import type { Search } from './search/yx-search.js'
import type { Classroom } from './study/classroom/yx-classroom.js'
import type { Recitation } from './study/shared/site-data.js'
import type { SiteIndex } from './ui/site-index.js'

declare global {
  interface HTMLElementTagNameMap {
    'yx-classroom': Classroom
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
      /**
       * On the classroom page, where something can read votes in another way than by counting hands: shows itself in `place`, and
       * hands over what it has read, as often as it reads. The button 用卡片 is there when this is.
       */
      readVotes?: (ask: {
        place: HTMLElement
        /** Of the options, ABCD. */
        letters: string
        /** 0 is the first, 1 that after the discussion. */
        round: 0 | 1
        setCounts: (counts: Record<string, number>) => void
      }) => void
    }
    /** Of the theme, in the head of every page: what it has kept for the site. */
    __md_get?: (name: string) => any
    __md_set?: (name: string, value: unknown) => void
    yanxiIndex?: SiteIndex
    yanxiRecite?: Recitation
    yanxiSearch?: [alphabet: string, text: string, version: string]
    yanxiSearchMore?: string
    yanxiFragments?: (fragments: Record<string, string>) => void
  }
}
