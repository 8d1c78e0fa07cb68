import type { CardVote, Vote } from './classroom-cards/yx-card-vote.js'
import type { PhoneResults } from './classroom-cards/yx-phone-results.js'
import type { Read } from './classroom-cards/read-cards.js'
import type { Question } from './question/yx-question.js'
import type { Score } from './page/yx-score.js'
import type { Log } from './store/log.js'
import type { Search } from './search/yx-search.js'
import type { Classroom } from './study/classroom/yx-classroom.js'
import type { Recitation } from './study/shared/site-data.js'
import type { SiteIndex } from './ui/site-index.js'

declare global {
  /** In readers of pictures alone: the script itself, of which build.js makes a function. */
  const readerSource: () => void

  interface HTMLElementTagNameMap {
    'yx-card-vote': CardVote
    'yx-classroom': Classroom
    'yx-phone-results': PhoneResults
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
      /** On the classroom page: reads the cards that are held up in a picture. */
      readCards?: (image: ImageData) => Promise<Read[]>
      /** On the classroom page: shows in a place how to vote by cards. The button 用卡片 is there when this is. */
      readVotes?: (vote: Vote) => void
    }
    /** Of the theme, in the head of every page: what it has kept for the site. */
    __md_get?: (name: string) => any
    __md_set?: (name: string, value: unknown) => void
    yanxiIndex?: SiteIndex
    yanxiRecite?: Recitation
    yanxiSearch?: [alphabet: string, text: string, version: string]
    yanxiSearchMore?: string
    /** Of the readers of pictures that are on the page: how to read, and the script as a function, for its text. */
    yanxiReaders: Record<string, { source: () => void; read: (image: ImageData) => unknown }>
    /** Of qr-code.js: the rows of a QR code, true where black. */
    yanxiQrCode: (text: string) => boolean[][]
    yanxiFragments?: (fragments: Record<string, string>) => void
  }
}
