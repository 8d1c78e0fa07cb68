/*
 * Keeps the pages that were read readable without a network. What stands before this is made with the site: RELEASE, the name
 * of all its files together; FILES, the digest of each by its address below the root; SHARED, what every page is made of.
 *
 * A page is kept together with all that it is made of, or not at all, and only if each is what this release has under its
 * address. So no page is made of two releases, whatever a server does meanwhile.
 */

const ROOT = registration.scope
const PREFIX = `yanxi ${new URL(ROOT).pathname} `
const CACHE = PREFIX + RELEASE
/** Where the ids of the pages are kept that were open before this release. */
const OLDER = `${ROOT}.older`
/** Under what the addresses of pages are kept that were read in a later release, which is to keep them. */
const LATER = `${ROOT}.later/`
/** Milliseconds that a page waits for the network where it is kept. */
const PATIENCE = 3000
/** Addresses that a page may ask to be kept at once. */
const MOST = 200

/** In an object store versions stand in paths. */
const VERSIONED = /^(assets|data)\.[0-9a-f]+\/|\?v=[0-9a-f]+$/
const LINKED = /\b(?:src|href)="([^"]+)"/g

let gone = false
let looked = false

addEventListener('install', (event) => event.waitUntil(install()))
addEventListener('activate', (event) => event.waitUntil(activate()))
addEventListener('message', (event) => event.waitUntil(listen(event.data)))
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const address = addressOf(url)
  if (gone || method !== 'GET' || address === undefined) {
    return
  }
  if (mode === 'navigate') {
    event.respondWith(answerPage(event, address))
  } else if (VERSIONED.test(address)) {
    event.respondWith(answerPart(event, address))
  } else if (FILES.has(address)) {
    event.respondWith(answerOther(event, address))
  }
})

/** The address below the root, without what only the page itself reads of it; undefined where it is not ours. */
function addressOf(url) {
  if (!`${url}`.startsWith(ROOT)) {
    return undefined
  }
  const { pathname, search } = new URL(url)
  const path = pathname.slice(new URL(ROOT).pathname.length).replace(/(^|\/)index\.html$/, '$1')
  const version = /^\?v=[0-9a-f]+$/.test(search) ? search : ''
  try {
    return decodeURIComponent(path) + version
  } catch (_) {
    return path + version
  }
}

function keyOf(address) {
  const [path, version] = address.split('?')
  return ROOT + path.split('/').map(encodeURIComponent).join('/') + (version ? `?${version}` : '')
}

/** The network first, and what is kept where that fails or takes long. */
async function answerPage(event, address) {
  const live = fromNetwork(event)
  event.waitUntil(live.then((response) => response.clone()).then((copy) => hear(address, copy), () => {}))
  const kept = await ours(address)
  if (!kept) {
    return live.catch(apology)
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept))
  return Promise.race([live.then((response) => (response.status < 500 ? response : kept)), late]).catch(() => kept)
}

async function fromNetwork(event) {
  return (await event.preloadResponse) || fetch(event.request)
}

/** What is kept first: an address with a version in it means one content for ever. */
async function answerPart(event, address) {
  const kept = await caches.match(keyOf(address))
  if (kept) {
    return kept
  }
  if (FILES.has(address)) {
    // The page is of this release, and the server may have gone on to the next.
    return (await keep(address)) ? ours(address) : Response.error()
  }
  const response = await fetch(event.request)
  const isOlder = (await older()).includes(event.clientId)
  return isOlder && (await isOfThisRelease(address, response.clone())) ? Response.error() : response
}

async function answerOther(event, address) {
  try {
    const response = await fetch(event.request)
    event.waitUntil(keep(address, response.clone()).catch(() => {}))
    return response
  } catch (reason) {
    return (await ours(address)) || Response.error()
  }
}

/** Whether what an older page has got under its address is the file that this release has in the place of it. */
async function isOfThisRelease(address, response) {
  const [path] = address.split('?')
  const own = [...FILES.keys()].find((each) => each.split('?')[0] === path)
  return own !== undefined && (await digestOf(await response.arrayBuffer())) === FILES.get(own)
}

/**
 * Once the network has answered: keeps the page, or sees that there is no worker any more. The next release's worker comes
 * with its page, and waits until all that this one does is done.
 */
async function hear(address, response) {
  const isPage = response.ok && /html/.test(response.headers.get('Content-Type'))
  if (!(await keep(address, response).catch(() => false)) && isPage && !gone) {
    await (await caches.open(CACHE)).put(LATER + encodeURIComponent(address), new Response(''))
  }
  if (!looked) {
    looked = true
    const { status } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' })
    await ((status === 404 || status === 410) && leave())
  }
}

/** Keeps nothing more, and has the site as if there were no worker. */
async function leave() {
  gone = true
  await registration.unregister()
  await Promise.all((await names()).map((name) => caches.delete(name)))
}

/** What a page says: that the site has no worker any more, or what it is made of. */
async function listen(data) {
  if (data === 'leave') {
    await leave()
    return
  }
  if (!registration.installing && !registration.waiting) {
    // What was read while the rest was brought.
    await bring()
    await tidy()
  }
  for (const address of (Array.isArray(data) ? data.slice(0, MOST) : []).map(addressOf)) {
    await keep(address).catch(() => {})
  }
}

/**
 * Keeps one file of this release, and before a page all that it is made of.
 *
 * @returns {Promise<boolean>} whether it is kept
 */
async function keep(address, given) {
  if (gone || !FILES.has(address)) {
    return false
  }
  if (await ours(address)) {
    return true
  }
  const key = keyOf(address)
  const found =
    (await checked(given || (await caches.match(key)), address)) ||
    (!given && (await checked(await fetch(key, { cache: VERSIONED.test(address) ? 'default' : 'no-cache' }), address)))
  if (!found) {
    return false
  }
  if (/html/.test(found.type)) {
    const made = await Promise.all(partsOf(key, new TextDecoder().decode(found.body)).map((part) => keep(part)))
    if (!made.every(Boolean)) {
      return false
    }
  }
  if (gone) {
    return false
  }
  try {
    await (await caches.open(CACHE)).put(key, found.response)
  } catch (_) {
    // There is no room: the reader's answers need it more.
    await caches.delete(CACHE)
  }
  return true
}

async function checked(response, address) {
  if (!response || !response.ok) {
    return undefined
  }
  const copy = response.clone()
  const body = await response.arrayBuffer()
  const type = response.headers.get('Content-Type') || ''
  if ((await digestOf(body)) !== FILES.get(address)) {
    return undefined
  }
  // Of what came from the network browsers keep the compiled script too, and of what is made here they do not. What was
  // redirected answers no page, and what varies with everything cannot be kept.
  const isPlain = !response.redirected && response.headers.get('Vary') !== '*'
  return { body, type, response: isPlain ? copy : new Response(body, { headers: { 'Content-Type': type } }) }
}

async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The addresses of what a page is made of. */
function partsOf(key, html) {
  const addresses = Array.from(html.matchAll(LINKED), ([, link]) => addressOf(new URL(link, key).href))
  return [...new Set(addresses)].filter((address) => address !== undefined && VERSIONED.test(address) && FILES.has(address))
}

async function install() {
  const made = await Promise.all(SHARED.map((address) => keep(address)))
  if (!made.every(Boolean)) {
    throw new Error('the site is not what this worker was made for')
  }
  await bring()
  await skipWaiting()
}

/** What was read before is brought along, as it is in this release. */
async function bring() {
  for (const name of (await names()).filter((each) => each !== CACHE)) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const address = url.startsWith(LATER) ? decodeURIComponent(url.slice(LATER.length)) : addressOf(url)
      await (!VERSIONED.test(address) && keep(address).catch(() => {}))
    }
  }
}

async function activate() {
  if (registration.navigationPreload) {
    await registration.navigationPreload.enable()
  }
  await (await caches.open(CACHE)).put(OLDER, new Response(JSON.stringify(await openPages())))
  await clients.claim()
}

/** Takes away what other releases have left, once no page is open that may need it. */
async function tidy() {
  const open = await openPages()
  if (!(await older()).some((id) => open.includes(id))) {
    await Promise.all((await names()).filter((name) => name !== CACHE).map((name) => caches.delete(name)))
  }
}

async function openPages() {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  return pages.filter(({ url }) => url.startsWith(ROOT)).map(({ id }) => id)
}

async function older() {
  const kept = await (await caches.open(CACHE)).match(OLDER)
  return kept ? kept.json() : []
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX))
}

async function ours(address) {
  return (await caches.open(CACHE)).match(keyOf(address))
}

/** In place of a page that was never read. */
async function apology() {
  const cache = await caches.open(CACHE)
  const links = []
  for (const { url } of await cache.keys()) {
    const title = /<title>([^<]*)</.exec(await (await cache.match(url)).text())
    if (title) {
      links.push(`<li><a href="${url}">${title[1]}</a></li>`)
    }
  }
  const list = links.length ? `<p>读过的这几页，没有网络也能看：</p><ul>${links.join('')}</ul>` : ''
  return new Response(`${APOLOGY}${list}`, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

const APOLOGY = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>没有网络</title>
<style>body{max-width:34em;margin:0 auto;padding:12vh 1.2em 3em;font:20px/1.75 system-ui,"Microsoft YaHei","PingFang SC",sans-serif}
h1{font-size:1.4em}a{display:inline-block;padding:.3em 0}</style>
<h1>没有网络</h1><p>这一页还没有读过，连上网络才打得开。答题记录都在，不受影响。</p>
<p><a href="">再试一次</a></p>`
