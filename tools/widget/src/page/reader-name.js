/** Whose page this is, on a device of several readers: their name in the header, which leads to where readers change. */

import { openLocal } from '../store/local-storage.js'
import { isAnothers, nameOfReader, readReaders } from '../store/readers.js'
import { make } from '../ui/dom.js'
import { studyPage } from '../ui/site-index.js'
import { pageText } from '../ui/text.js'

export function showReader() {
  // What everybody in a room looks at belongs to nobody, and goes on whoever reads elsewhere.
  if (document.querySelector('yx-classroom')) {
    return
  }
  const local = openLocal()
  const display = document.querySelector('.yx-display')
  if (display && readReaders(local).length) {
    const link = make('a', 'yx-reader', nameOfReader(local) || pageText.reader)
    link.href = `${studyPage('me')}#readers`
    link.title = pageText.changeReader
    display.before(link)
  }
  leaveWhenAnothers()
}

/** A page of somebody who has gone shows nothing more of theirs: it is loaded anew, and is the next reader's then. */
function leaveWhenAnothers() {
  const leave = () => {
    if (isAnothers()) {
      document.documentElement.hidden = true
      // Without what the address says of their exam; and no reload, which would bring back what they typed.
      location.replace(location.href.split(/[?#]/)[0])
    }
  }
  addEventListener('storage', leave)
  // From files not every browser tells other tabs, and a page on the way back has missed it.
  addEventListener('pageshow', leave)
  document.addEventListener('visibilitychange', leave)
}
