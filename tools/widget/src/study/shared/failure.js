import { h } from '../../ui/hyperscript.js'
import { SiteRenewed } from './site-data.js'
import { text } from './study-text.js'

/**
 * Says why something is not there, in place of it: the network, or a release since the page was opened. Nothing is being
 * answered there, so the page may be loaded again.
 *
 * @param {() => void} again
 * @param {unknown} [reason]
 */
export function failure(again, reason) {
  const renewed = reason instanceof SiteRenewed
  return h(
    'div',
    { class: 'yx-notice', role: 'alert' },
    h('p', null, renewed ? text.renewed : text.notLoaded),
    renewed
      ? h('button', { type: 'button', class: 'yx-start', onclick: () => location.reload() }, text.reload)
      : h('button', { type: 'button', class: 'yx-quiet', onclick: again }, text.again)
  )
}
