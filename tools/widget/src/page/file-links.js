/** Where a site is opened as files, no server gives a folder's index for the folder: the link must name it. */
export function nameIndexes() {
  if (location.protocol === 'file:') {
    document.addEventListener(
      'click',
      ({ target }) => {
        const link = target instanceof Element ? target.closest('a') : null
        if (link && link.protocol === 'file:' && link.pathname.endsWith('/')) {
          link.pathname += 'index.html'
        }
      },
      true
    )
  }
}
