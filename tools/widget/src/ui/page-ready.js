/** @type {(() => void)[]} */
const listeners = []
let pending = false

/**
 * Schedules the listeners of onSettled(). Every element of ours calls it when it is connected, a thousand times before the
 * first paint where there are a thousand, so it must cost nothing. It also notices a new page under instant navigation.
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

/** @param {() => void} listener - called when the page has loaded and the browser is idle */
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
