/**
 * @param {Uint8Array} bytes - random
 * @returns {string}
 */
export function idFrom(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
