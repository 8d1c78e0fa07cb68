/**
 * What happens where a link inside the site leads to: folds open, the words quoted are lit, and there is a way back to the
 * question that quoted them.
 */

import { darkenWords, lightWords } from '../official/quotation.js'
import { openLocal } from '../store/local-storage.js'
import { named } from '../store/site.js'
import { makeButton } from '../ui/dom.js'
import { keepPlace } from '../ui/keep-place.js'
import { isReturn } from '../ui/navigation.js'
import { pageText } from '../ui/text.js'

/**
 * @typedef {object} Quotation
 * @property {string} href - where its words stand
 * @property {string} words - empty where a clause is named and nothing quoted
 * @property {boolean} asked - whether a question quoted or named them
 */

const KEY = named('quotation')
const tab = openLocal(() => sessionStorage)

export function watchArrivals() {
  let followed = ''
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && /** @type {HTMLAnchorElement | null} */ (target.closest('a[href*="#"]'))
    if (link) {
      keep(link)
      followed = link.href
      // Followed again, the same link changes nothing, and no event tells.
      setTimeout(() => followed === location.href && arrive(true))
    }
  })
  addEventListener('hashchange', () => {
    arrive(followed === location.href)
    followed = ''
  })
  arrive(!isReturn())
}

/** @param {HTMLAnchorElement} link - that is about to be followed */
function keep(link) {
  const quote = link.closest('.yx-source') ? link.textContent : link.dataset.quote
  const asked = link.closest('yx-question') !== null
  if (quote || asked) {
    tab.write(KEY, { href: link.href, words: quote || '', asked })
  } else {
    tab.remove(KEY)
  }
}

/** @param {boolean} scroll - whether the reader has just come, not come back */
function arrive(scroll) {
  const target = document.getElementById(decoded(location.hash.slice(1)))
  leave()
  if (target) {
    const opened = openFolds(target)
    const lit = light(target)
    if (scroll && lit.length) {
      lit[lit.length - 1].scrollIntoView({ block: 'nearest' })
      lit[0].scrollIntoView({ block: 'nearest' })
    } else if (scroll && (opened || target.matches('yx-question'))) {
      target.scrollIntoView()
      // The questions before it are laid out only now.
      keepPlace(() => {}, target)
    }
  }
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash)
  } catch (_) {
    return hash
  }
}

/**
 * @param {Element} target
 * @returns {boolean} whether one was shut
 */
function openFolds(target) {
  let opened = false
  for (let fold = target.closest('details'); fold; fold = (fold.parentElement || document.body).closest('details')) {
    opened = opened || !fold.open
    fold.open = true
  }
  return opened
}

/**
 * Lights the words quoted, and offers the way back. The entry of the history keeps them, for a reload and for the way forward.
 *
 * @param {Element} target
 */
function light(target) {
  const official = target.closest('.yx-official')
  const { state } = history
  const kept = /** @type {Quotation | undefined} */ (tab.read(KEY))
  const quotation = kept && kept.href === location.href ? kept : state && state.quotation
  if (!official || !quotation || typeof quotation.words !== 'string') {
    return []
  }
  const lit = lightWords(official, quotation.words)
  if (quotation === kept) {
    tab.remove(KEY)
  }
  if (lit.length || !quotation.words) {
    history.replaceState(Object.assign({}, state, { quotation }), '')
    official.classList.toggle('yx-quoted', lit.length > 0)
    if (quotation.asked) {
      const back = makeButton('back', pageText.back)
      back.classList.add('yx-back')
      official.after(back)
    }
  }
  return lit
}

function leave() {
  darkenWords()
  document.querySelectorAll('.yx-quoted').forEach((official) => official.classList.remove('yx-quoted'))
  document.querySelectorAll('.yx-back').forEach((button) => button.remove())
}
