/** Every word of 今日复习. */
export const reviewText = {
  some: (/** @type {number} */ due, /** @type {number} */ now) => `到时间的有 ${due} 题，今天先复习 ${now} 题。`,
  done: (/** @type {number} */ answered, /** @type {number} */ right) => `复习了 ${answered} 题，对 ${right} 题。`,
  more: (/** @type {number} */ count) => `又有 ${count} 题到时间了，接着复习`,
  nothing: '现在没有要复习的题。',
  never: '还没有答过题。先练一练，答过的题从第二天起按遗忘规律回来复习。',
  limit: (/** @type {number} */ done) => `今天已经复习了 ${done} 题，到了每天的上限。`,
  waiting: (/** @type {number} */ due) => `还有 ${due} 题到了时间，留到明天。`,
  next: (/** @type {string} */ when) => `下一题：${when}。`,
  practise: '去练习',
  mistakes: '看错题本',
  settings: '改每天的上限'
}
