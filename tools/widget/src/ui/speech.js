/** Reading aloud, where the device has a voice. */

/** Long utterances are cut off by some voices after a quarter of a minute. */
const PIECES = /[^。；！？\n]+[。；！？\n]?/g

export function canSpeak() {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

/**
 * @param {string} words
 * @param {() => void} done - at the end, or when something else was begun
 */
export function speak(words, done) {
  hush()
  const pieces = words.match(PIECES) || []
  pieces.forEach((piece, at) => {
    const utterance = new SpeechSynthesisUtterance(piece)
    utterance.lang = 'zh-CN'
    if (at === pieces.length - 1) {
      utterance.onend = utterance.onerror = done
    }
    speechSynthesis.speak(utterance)
  })
}

export function hush() {
  speechSynthesis.cancel()
}
