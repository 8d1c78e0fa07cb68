/** Pictures from a camera or a file. They are looked at and forgotten. */

/** A photograph larger than this tells no more. */
const MOST_PIXELS = 12e6

/** Whether pages of this site may ask for a camera: over plain http they may not. */
export function mayAsk() {
  return Boolean(navigator.mediaDevices && navigator.mediaDevices.getUserMedia)
}

/**
 * Opens a camera. Sharp pictures matter more than smooth ones.
 *
 * @param {HTMLVideoElement} video - that shows what it sees
 * @param {string} [camera] - its id; otherwise the one that looks away from whoever holds the device
 * @returns {Promise<() => void>} closes it
 */
export async function openCamera(video, camera) {
  const which = camera ? { deviceId: { exact: camera } } : { facingMode: 'environment' }
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false
  })
  video.srcObject = stream
  const close = () => {
    stream.getTracks().forEach((track) => track.stop())
    video.srcObject = null
  }
  try {
    await video.play()
  } catch (reason) {
    close()
    throw reason
  }
  return close
}

/** @returns {Promise<string[]>} the ids of all cameras */
export async function cameras() {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId).map(({ deviceId }) => deviceId)
}

/**
 * @param {HTMLVideoElement} video
 * @returns {ImageData | undefined} nothing before there is a picture
 */
export function frameOf(video) {
  return video.videoWidth ? pixels(video, video.videoWidth, video.videoHeight) : undefined
}

/**
 * @param {File} file - chosen, whatever it is
 * @returns {Promise<ImageData>} turned upright, as the camera has noted it
 */
export async function photographOf(file) {
  const image = new Image()
  image.src = await addressOf(file)
  await new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = () => reject(new Error('no picture'))
  })
  return pixels(image, image.naturalWidth, image.naturalHeight)
}

/**
 * As text: published pages load no picture from elsewhere, and that goes for object URLs as well.
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
function addressOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(/** @type {string} */ (reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/**
 * @param {CanvasImageSource} source
 * @param {number} width
 * @param {number} height
 */
function pixels(source, width, height) {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }))
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
