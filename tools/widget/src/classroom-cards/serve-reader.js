/**
 * Makes a script a reader of pictures: in a worker it answers messages, on a page it leaves itself to who has loaded it.
 *
 * @param {string} name - of the script
 * @param {() => void} source - the whole script: `build.js` makes a function of it, whose text a worker can be given
 * @param {(image: ImageData) => unknown} read
 */
export function serveReader(name, source, read) {
  if (typeof document !== 'undefined') {
    window.yanxiReaders = Object.assign(window.yanxiReaders || {}, { [name]: { source, read } })
    return
  }
  onmessage = ({ data: { job, image } }) => postMessage({ job, found: read(image) })
  // It has loaded.
  postMessage({})
}
