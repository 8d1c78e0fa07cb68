import { questions } from '../shared/study-text.js'

/** Every word of 错题本. */
export const mistakesText = {
  none: '还没有错题。在哪里答错的题，都会到这里来。',
  cleared: (/** @type {number} */ count) => `错题都清掉了：答错过的 ${count} 题，后来都隔天答对了两次。`,
  newOnes: '接着练十题',
  noneHere: '这个范围里没有错题。',
  total: (/** @type {number} */ shown, /** @type {number} */ all) =>
    shown === all ? `共 ${all} 题，错得多的、最近错的在前` : `选出 ${shown} 题，共 ${all} 题`,
  practise: (/** @type {number} */ count) => `练错题（${questions(count)}）`,
  resume: (/** @type {number} */ at, /** @type {number} */ total) => `接着练（第 ${at} 题，共 ${total} 题）`,
  filter: '筛选',
  copy: '复制成文字',
  print: '打印',
  facts: (/** @type {number} */ times, /** @type {string} */ when, /** @type {number} */ days) =>
    `错 ${times} 次 · 最近：${when} · ${days ? '已对一天，再隔天答对就移出' : '隔天答对两次就移出'}`,
  title: '错题本',
  done: (/** @type {number} */ answered, /** @type {number} */ right) => `练了 ${answered} 题，对 ${right} 题。`,
  stay: '隔天再答对一次的，才从错题本移出。',
  ten: '练十题',
  every: (/** @type {number} */ count) => `练全部（${questions(count)}）`,
  more: (/** @type {number} */ count) => `再练${count < 10 ? ` ${count} ` : '十'}题`,
  list: '回到错题本'
}
