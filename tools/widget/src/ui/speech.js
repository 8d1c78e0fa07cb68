/** Reading aloud, where the device has a voice. */

/** Some voices cut off an utterance after a quarter of a minute, so a long text is spoken in sentences. */
const SENTENCES = /[^。；！？\n]+[。；！？\n]?/g

export function canSpeak() {
  return 'speechSynthesis' in window
}

/**
 * Speaks texts one after the other, in place of whatever is being spoken.
 *
 * @param {string[]} texts
 * @param {() => void} done - called after the last one, and also when it was called off
 * @param {(at: number) => void} [begin] - called when each of them begins
 */
export function speak(texts, done, begin = () => {}) {
  stopSpeaking()
  texts.forEach((words, at) => {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = 'zh-CN'
    utterance.onstart = () => begin(at)
    if (at === texts.length - 1) {
      utterance.onend = utterance.onerror = done
    }
    speechSynthesis.speak(utterance)
  })
}

export function stopSpeaking() {
  speechSynthesis.cancel()
}

/** @param {string} words @returns {string[]} */
export function sentencesOf(words) {
  return words.match(SENTENCES) || []
}
