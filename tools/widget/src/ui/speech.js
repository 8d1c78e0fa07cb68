/** Reading aloud, where the device has a voice: sentence by sentence, and no longer than the page is looked at. */

/** Some voices cut off an utterance after a quarter of a minute, which is some sixty characters. */
const LONGEST = 50

/** Milliseconds: how long nothing may be heard, and how long a character may take. Some devices say nothing, and no word of it. */
const PATIENCE = 4000
const CHARACTER = 700

const LOOK = 250

/**
 * @typedef {object} Reading
 * @property {Element} owner
 * @property {(unheard: boolean) => void} end
 */

/** @type {Reading | undefined} what is being read */
let reading

/** @type {SpeechSynthesisUtterance | undefined} kept here, since Chrome forgets to tell the end of one that nobody keeps */
let utterance

export function canSpeak() {
  return 'speechSynthesis' in window
}

/** @param {Element} owner */
export function isSpeaking(owner) {
  return !!reading && reading.owner === owner
}

/**
 * Reads texts one after the other, in place of whatever is being read. Ends by itself when the page is left, or the owner
 * taken out of it.
 *
 * @param {Element} owner - what the reader pressed
 * @param {string[]} texts
 * @param {(unheard: boolean) => void} end - called once, whatever comes; `unheard`: there is no voice, or it failed
 * @param {(at: number) => void} [begin] - called when each of the texts begins
 */
export function speak(owner, texts, end, begin = () => {}) {
  stopSpeaking()
  addEventListener('pagehide', stopSpeaking)
  // WeChat only hides a page that is left for the chat, and the phone would go on talking in a pocket.
  document.addEventListener('visibilitychange', stopUnseen)
  const own = (reading = { owner, end })
  /** @type {{sentence: string, at: number}[]} */
  const queue = []
  texts.forEach((words, at) => queue.push(...sentencesOf(words).map((sentence) => ({ sentence, at }))))
  const voices = speechSynthesis.getVoices()
  const voice = voices.find(({ lang }) => /^(zh|cmn)/i.test(lang))
  let text = -1
  let next = 0
  let patience = 0
  const looking = setInterval(() => {
    patience -= LOOK
    if (reading !== own || !owner.isConnected || patience < 0) {
      finish(patience < 0)
    }
  }, LOOK)
  if (voices.length && !voice) {
    finish(true)
  } else {
    go()
  }

  function go() {
    if (reading !== own || next === queue.length) {
      finish(false)
      return
    }
    const { sentence, at } = queue[next++]
    const spoken = (utterance = new SpeechSynthesisUtterance(sentence))
    spoken.lang = 'zh-CN'
    spoken.voice = voice || null
    patience = PATIENCE
    spoken.onstart = () => {
      patience = PATIENCE + CHARACTER * sentence.length
      if (reading === own && at !== text) {
        text = at
        begin(at)
      }
    }
    spoken.onend = () => spoken === utterance && go()
    spoken.onerror = () => finish(true)
    speechSynthesis.speak(spoken)
  }

  /** @param {boolean} unheard */
  function finish(unheard) {
    clearInterval(looking)
    if (reading === own) {
      reading = undefined
      speechSynthesis.cancel()
      end(unheard)
    }
  }
}

/** Ends what is being read. */
export function stopSpeaking() {
  if (reading) {
    const { end } = reading
    reading = undefined
    speechSynthesis.cancel()
    end(false)
  }
}

/** @param {string} words @returns {string[]} sentences, and where these are long the parts between their commas */
export function sentencesOf(words) {
  return (words.match(/[^。；！？\n]+[。；！？\n]?/g) || []).reduce((/** @type {string[]} */ all, sentence) => all.concat(shorter(sentence)), [])
}

/** @param {string} sentence */
function shorter(sentence) {
  if (sentence.length <= LONGEST) {
    return sentence.trim() ? [sentence] : []
  }
  /** @type {string[]} */
  const parts = []
  for (const part of sentence.match(/[^，、：]+[，、：]?|[，、：]/g) || []) {
    const last = parts.length - 1
    if (parts.length && parts[last].length + part.length <= LONGEST) {
      parts[last] += part
    } else {
      parts.push(part)
    }
  }
  return parts
}

function stopUnseen() {
  if (document.hidden) {
    stopSpeaking()
  }
}
