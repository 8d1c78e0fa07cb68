// On every page of a preview: a bar with what is wrong, and the page anew when the site is.
;(() => {
  const open = 'yanxi-preview-open'
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = `
    details { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; color: #fff;
      background: #8c1d18; font: 15px/1.6 system-ui, sans-serif; box-shadow: 0 -1px 6px #0006 }
    summary { padding: 10px 16px; cursor: pointer; font-weight: 600 }
    ol { margin: 0; padding: 0 16px 12px 40px }
    li { margin: 6px 0; overflow-wrap: anywhere }
    code { font: 13px/1.6 ui-monospace, monospace; opacity: .85 }
    @media print { details { display: none } }`
  const bar = document.createElement('details')
  bar.addEventListener('toggle', () => sessionStorage.setItem(open, String(bar.open)))
  bar.open = sessionStorage.getItem(open) === 'true'

  function show({ problems, stopped }) {
    const summary = document.createElement('summary')
    summary.textContent = `${problems.length} 个问题${stopped ? '，改好以前页面停在上一次没有错误的样子' : ''}`
    const list = document.createElement('ol')
    for (const { path, line, column, code, message, hint } of problems) {
      const row = document.createElement('li')
      const place = document.createElement('code')
      place.textContent = `${path}:${line}:${column}`
      row.append(place, document.createElement('br'), `[${code}] ${message}${hint}`)
      list.append(row)
    }
    bar.replaceChildren(summary, list)
    if (problems.length) document.body.append(host)
    else host.remove()
  }

  let site
  let version = -1
  async function follow() {
    for (;;) {
      if (document.hidden) await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }))
      try {
        const state = await (await fetch(`/yanxi-preview.json?since=${version}`)).json()
        if (site !== undefined && state.site !== site) return location.reload()
        if (state.version !== version) show(state)
        version = state.version
        site = state.site
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1000))
      }
    }
  }
  shadow.append(style, bar)
  follow()
})()
