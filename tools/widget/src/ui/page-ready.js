/** @type {(() => void)[]} */
const listeners = []
let pending = false

/**
 * Called by every element of ours that comes into the page, so it has to cost nothing: with a thousand of them it is
 * called a thousand times before the first paint. Under instant navigation it is also how a new page is noticed.
 */
export function arrived() {
  if (!pending) {
    pending = true
    if (document.readyState === 'complete') {
      whenIdle(settle)
    } else {
      addEventListener('load', () => whenIdle(settle), { once: true })
    }
  }
}

/** @param {() => void} listener - for work that can wait until a page is loaded and the browser idle */
export function onSettled(listener) {
  listeners.push(listener)
}

function settle() {
  pending = false
  listeners.forEach((listener) => listener())
}

/** @param {() => void} work */
export function whenIdle(work) {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) {
    requestIdleCallback(work, { timeout: 2000 })
  } else {
    setTimeout(work, 200)
  }
}
