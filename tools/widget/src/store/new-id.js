import { idFrom } from '../core/random-id.js'

/** @returns {string} what no other device has chosen either; crypto.randomUUID() is not there on plain http */
export function newId() {
  return idFrom(crypto.getRandomValues(new Uint8Array(16)))
}
