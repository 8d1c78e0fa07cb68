/**
 * Has the pages that are read kept for when there is no network, by a worker that is made with the site. Where the site has
 * none any more, what an earlier one has left is taken away.
 */

import { openLocal } from '../store/local-storage.js'
import { named } from '../store/site.js'
import { onSettled } from '../ui/page-ready.js'
import { ROOT } from '../ui/site-index.js'
import { isWeChat } from '../ui/wechat.js'

/** The pages of this visit of which no worker has been told yet. */
const OPENED = named('opened')
const MOST = 50

const tab = openLocal(() => sessionStorage)

/** @param {boolean} wanted - whether the page says that there is a worker */
export function keepOffline(wanted) {
  const { serviceWorker } = navigator
  // Absent on plain http; and files are there anyway.
  if (!serviceWorker || location.protocol === 'file:') {
    return
  }
  // WeChat on an iPhone has none, or one that it forgets.
  if (!wanted || (isWeChat() && /iP(hone|ad|od)/.test(navigator.userAgent))) {
    onSettled(() => forget(serviceWorker).catch(() => {}))
    return
  }
  tab.write(OPENED, [...opened(), location.href].slice(-MOST))
  serviceWorker.addEventListener('controllerchange', () => tell(serviceWorker))
  onSettled(() => {
    tell(serviceWorker)
    serviceWorker.register(`${ROOT}sw.js`, { scope: ROOT, updateViaCache: 'none' }).catch(() => {
      // An extra that is not to be had.
    })
  })
}

/** @returns {unknown[]} */
function opened() {
  const kept = tab.read(OPENED)
  return Array.isArray(kept) ? kept : []
}

/**
 * Names the page and all that it has loaded: what came before the worker has to be kept too.
 *
 * @param {ServiceWorkerContainer} serviceWorker
 */
function tell({ controller }) {
  if (controller) {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    controller.postMessage([...opened(), location.href, ...loaded])
    tab.remove(OPENED)
  }
}

/** @param {ServiceWorkerContainer} serviceWorker */
async function forget(serviceWorker) {
  const known = await serviceWorker.getRegistration(ROOT)
  if (known && known.scope === ROOT) {
    // It may be about to keep this page.
    known.active?.postMessage('leave')
    await known.unregister()
    const prefix = `yanxi ${new URL(ROOT).pathname} `
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
    await Promise.all(names.map((name) => caches.delete(name)))
  }
}
