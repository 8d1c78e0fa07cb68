/** Every word of 换人学. */
export const readersText = {
  now: (/** @type {string} */ name) => (name ? `现在学习的是“${name}”。` : '现在没有写名字。'),
  hint: '几个人用一台电脑，各写各的名字，答题记录、设置、搜过的各是各的。没有密码，谁都能点；别人的记录，请不要点开。',
  change: '换成',
  unnamed: (/** @type {number} */ count) => (count ? `退出：没写名字的（做过 ${count} 题）` : '退出：不写名字'),
  field: '新来的，写上名字',
  start: (/** @type {string} */ present) => (present ? '换成这个名字' : '开始学习'),
  askAlong: (/** @type {string} */ name, /** @type {number} */ count) =>
    `没写名字时做过 ${count} 题。是“${name}”做的，就归到“${name}”名下，接着做；没写名字的那一份也还在，点“退出”就看得到。`,
  takeAlong: (/** @type {string} */ name) => `归到“${name}”名下`,
  beginAnew: '不归，从头开始',
  wrong: {
    unnamed: '先写上名字。',
    many: '已经有 30 个名字，放不下了。请先删掉不再来的人。',
    refused: '这台设备不让网页保存，换不了人。',
    full: '这台设备存不下，没有换；原来的记录都在。'
  },
  remove: (/** @type {string} */ name) => `删掉“${name}”的全部记录`,
  ask: (/** @type {string} */ name) => `要删掉“${name}”的名字和全部记录吗？删掉找不回来，先备份一次再删。`,
  removeNow: '删掉',
  keep: '先不删了'
}
