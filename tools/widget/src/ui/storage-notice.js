import { make } from './dom.js'
import { text } from './text.js'

/** Says once that nothing will be kept: above the first quiz or progress if that moves nothing in view, else below. */
export function showNotKept() {
  const place = document.querySelector('.yx-quiz, .yx-areas, yx-progress, .yx-study')
  if (place && !document.querySelector('.yx-notice')) {
    const notice = make('p', 'yx-notice', text.notKept)
    notice.setAttribute('role', 'status')
    if (place.getBoundingClientRect().top > innerHeight) {
      place.before(notice)
    } else {
      place.after(notice)
    }
  }
}
