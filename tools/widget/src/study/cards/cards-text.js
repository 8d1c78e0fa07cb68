import { questions } from '../shared/study-text.js'

/** Every word of 背题. */
export const cardsText = {
  start: (/** @type {number} */ count) => (count ? `开始看（${questions(count)}）` : '这里没有题'),
  resume: (/** @type {string} */ name) => `继续：${name}`,
  at: (/** @type {number} */ at, /** @type {number} */ total) => `停在第 ${at} 题，共 ${total} 题`,
  choose: '选一组题',
  first: '从头看',
  done: (/** @type {number} */ total) => `${total} 题都看完了。`,
  other: '换一组'
}
