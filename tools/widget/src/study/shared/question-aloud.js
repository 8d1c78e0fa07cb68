import { rowsOf } from '../../kinds/rows.js'
import { stemOf } from '../../question/stem.js'
import { button, h } from '../../ui/hyperscript.js'
import { canSpeak, isSpeaking, speak, stopSpeaking } from '../../ui/speech.js'
import { pageText } from '../../ui/text.js'
import { openApp } from './app.js'
import { text } from './study-text.js'

/** @import { Question } from '../../question/yx-question.js' */

/**
 * Adds a button to each question that reads it aloud, and after the answer its explanation, where the reader has switched
 * that on and the device has a voice. It never starts by itself: a phone on a bus must not begin to talk.
 */
export function offerQuestionAloud() {
  if (canSpeak()) {
    document.addEventListener('yx-shown', (event) => offer(/** @type {Question} */ (event.target), text.aloud.read, asked))
    document.addEventListener('yx-answered', (event) =>
      offer(/** @type {Question} */ (event.target), text.aloud.explain, explained)
    )
  }
}

/**
 * @param {Question} question
 * @param {string} words
 * @param {(question: Question) => string} read
 */
async function offer(question, words, read) {
  const app = await openApp()
  question.querySelectorAll('.yx-aloud').forEach((old) => old.remove())
  stopSpeaking()
  if (!app.settings.readAloud) {
    return
  }
  const said = h('span', { class: 'yx-aloud', role: 'status' })
  const toggle = button('yx-quiet yx-aloud', words, () => {
    if (isSpeaking(toggle)) {
      stopSpeaking()
    } else {
      said.textContent = ''
      speak(toggle, [read(question)], (unheard) => {
        show()
        said.textContent = unheard ? pageText.unheard : ''
      })
      show()
    }
  })
  const show = () => {
    const on = isSpeaking(toggle)
    toggle.textContent = on ? text.aloud.stop : words
    toggle.setAttribute('aria-pressed', `${on}`)
  }
  const place = question.querySelector('.yx-tools') || question.querySelector('form') || question
  place.append(toggle, said)
}

/** @param {Question} question */
function asked(question) {
  const options = rowsOf(question).map((row, at) => `${String.fromCharCode(65 + at)}，${spoken(row.querySelector('span'))}`)
  return [spoken(question.querySelector('.yx-case')), stemOf(question).replace(/_{2,}/g, '，空，'), ...options].filter(Boolean).join('。')
}

/** @param {Question} question */
function explained(question) {
  return ['.yx-verdict', '.yx-key', '.yx-explain', '.yx-source']
    .map((part) => spoken(question.querySelector(part)))
    .filter(Boolean)
    .join('。')
}

/** @param {Element | null} element */
function spoken(element) {
  return ((element && element.textContent) || '').trim()
}
