import { makeStatus } from './dom.js'
import { text } from './text.js'

/**
 * Says once what is the matter with storage: above the first quiz or progress if that moves nothing in view, else below; on
 * the home page below what is to be done first; on a study page above it all, unless a question is being answered. Takes it
 * back when nothing is any more.
 *
 * @param {{trouble: '' | keyof typeof text.trouble, unread?: boolean}} log - `unread`: what there is could not be read
 */
export function showTrouble({ trouble, unread }) {
  let notice = document.querySelector('.yx-trouble')
  const place = document.querySelector('.yx-quiz, .yx-steps, .yx-part, .yx-study')
  if (!trouble) {
    notice?.remove()
  } else if (place) {
    if (!notice) {
      notice = makeStatus('yx-notice yx-trouble')
      const above = place.matches('.yx-study')
        ? !document.querySelector('.yx-running')
        : place.getBoundingClientRect().top > innerHeight
      place[above ? 'before' : 'after'](notice)
    }
    notice.textContent = (unread ? `${text.unread}。` : '') + text.trouble[trouble]
  }
}
