const step = ['不遮', '数字和期限', '再遮主体', '再遮术语', '再遮并列的词']

/** Every word of 原文背诵. */
export const reciteText = {
  choose: '选一条',
  goOn: (/** @type {string} */ name) => `接着背：${name}`,
  at: (/** @type {number} */ at, /** @type {number} */ total) => `第 ${at} 句，共 ${total} 句`,
  steps: '遮住什么',
  step,
  chosen: (/** @type {number} */ at) => `遮住什么：${step[at]}`,
  none: '这一句在这一步没有要遮的词。',
  hint: '点空格看一处；都想好了再评判。',
  hidden: (/** @type {number} */ length) => `遮住的 ${length} 个字，点开看`,
  showAll: '全部看',
  hideAll: '重新遮住',
  known: '记住了',
  unknown: '没记住',
  previous: '上一句',
  next: '下一句',
  before: (/** @type {string} */ when, /** @type {'right' | 'wrong'} */ result) =>
    `${when}${result === 'right' ? '记住了' : '没记住'}`,
  done: (/** @type {number} */ known, /** @type {number} */ judged) =>
    judged ? `背了 ${judged} 句，记住 ${known} 句。` : '这一条看完了。',
  harder: (/** @type {string} */ step) => `加一步：${step}`,
  again: '再背没记住的',
  another: '换一条',
  page: '看这一条的页面',
  nextOne: (/** @type {string} */ name) => `下一条：${name}`,
  badLink: '链接里的那一条这里没有，请另选一条。',
  state: (/** @type {number} */ known, /** @type {number} */ total, /** @type {number} */ all) => {
    const some = known ? `记住 ${known}/${total} 句` : `要背 ${total} 句`
    return total < all ? `共 ${all} 句，${some}` : known ? some : `共 ${all} 句`
  }
}
