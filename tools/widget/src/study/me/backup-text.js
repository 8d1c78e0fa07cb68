/** Every word of 备份. */
export const backupText = {
  warning: '记录只存在这台设备上；清理缓存、换手机，记录就没有了。隔一段时间备份一次，发给自己。',
  whose: (/** @type {string} */ name) => `备份的是“${name}”的记录；粘贴进来的，也合并到“${name}”的记录里。`,
  copy: '复制备份',
  copied: (/** @type {number} */ answers, /** @type {string} */ size) =>
    `备份里有 ${answers} 次作答，${size}。粘贴到“文件传输助手”或另一台手机。`,
  empty: '还没有记录可以备份。',
  split: '分成几份复制',
  splitHint: '聊天里一次发不了太长的文字：分成几份，每份不到 2000 字，一份一份发。',
  parts: (/** @type {number} */ answers, /** @type {number} */ parts) =>
    `备份里有 ${answers} 次作答，分成 ${parts} 份。点一份，复制一份，发一份；合并时先后不论。`,
  part: (/** @type {number} */ part) => `复制第 ${part} 份`,
  partCopied: (/** @type {number} */ part) => `✓ 已复制第 ${part} 份`,
  file: '存成文件',
  fileName: (/** @type {string} */ date) => `研习备份-${date}.txt`,
  saved: (/** @type {number} */ answers, /** @type {string} */ name) =>
    `备份里有 ${answers} 次作答，已交给浏览器存成“${name}”，到“下载”里找。`,
  paste: '把备份粘贴在这里',
  pasteHint: '几份可以一起粘贴，也可以一份一份来；先后不论，中间夹着别的话也不要紧。',
  merge: '合并进来',
  choose: '选一个备份文件',
  unreadable: '这个文件读不出来。',
  nothing: '先把备份粘贴进来。',
  merged: (/** @type {number} */ answers, /** @type {number} */ others, /** @type {number} */ known) =>
    answers + others
      ? `合并好了：新增 ${answers} 次作答${others ? `，另有 ${others} 条别的记录` : ''}；${known ? `${known} 条原来就有，` : ''}原有的一条没动。`
      : `备份里的 ${known} 条这里都有，什么也没变。`,
  missing: (/** @type {{of: number, parts: number[]}} */ { of, parts }) =>
    `共 ${of} 份，还缺第 ${parts.slice(0, 12).join('、')} 份${parts.length > 12 ? `等 ${parts.length} 份` : ''}，粘贴进来再合并。`,
  spoilt: '另有一段备份不完整，没有合并。',
  notKept: '合并进来了，但这台设备存不下，关掉页面就没有了。',
  refused: {
    empty: '里面没有记录，什么也没变。',
    foreign: '这不是本站的备份，什么也没变。请把整段备份文字粘贴进来，从“研习备份”四个字起。',
    newer: '这份备份来自更新的版本。刷新本页后再试；现在什么也没变。',
    truncated: '备份不完整，后面少了一截，什么也没变。请重新复制；太长的分成几份复制。',
    altered: '备份的内容变了，核对不上，什么也没变。请在原来的设备上重新复制。',
    large: '这段文字太大，不像本站的备份，什么也没变。'
  },
  size: (/** @type {number} */ length) => (length < 10000 ? `${length} 个字` : `约 ${Math.round(length / 10000)} 万字`)
}
