/**
 * @param {Uint8Array} bytes - from a source of chance
 * @returns {string}
 */
export function idFrom(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
