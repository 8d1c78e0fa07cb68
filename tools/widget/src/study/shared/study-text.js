/** The words that several ways to study share. Each way has a file for its own. */

import { MOST_NAMES } from '../../store/validate.js'
import { text as uiText } from '../../ui/text.js'

/** @param {number} count - of questions chosen; a session has room for so many and no more */
export const questions = (count) => (count > MOST_NAMES ? `前 ${MOST_NAMES} 题，共 ${count} 题` : `${count} 题`)

/** @type {Record<string, string>} */
const manners = { new: '没答过的在前', mixed: '打乱', order: '按原文顺序' }

/** @type {Record<string, string>} */
const sources = { all: '全部题', starred: '收藏的', mistakes: '错题' }

export const text = {
  notLoaded: '题目没有取到。已有的记录都在；检查网络后再试。',
  again: '再试一次',
  renewed: '网站已更新，刷新以后接着来。已有的记录都在。',
  reload: '刷新',
  document: '方案',

  choice: {
    scope: '范围',
    everything: (/** @type {number} */ count) => `全部（${count} 题）`,
    whole: (/** @type {string} */ name, /** @type {number} */ count) => `${name}：整个部分（${count} 题）`,
    provision: (/** @type {string} */ label, /** @type {string} */ name, /** @type {number} */ count) =>
      `${label ? `${label} ` : ''}${name}（${count} 题）`,
    kinds: '题型（不选就是全部）',
    from: '从哪里选',
    source: (/** @type {string} */ from, /** @type {number} */ count) => `${sources[from]} ${count}`,
    sources,
    manner: '次序',
    manners,
    all: '全部题'
  },

  run: {
    count: (/** @type {number} */ at, /** @type {number} */ total) => `${at} / ${total}`,
    spoken: (/** @type {number} */ at, /** @type {number} */ total) => `第 ${at} 题，共 ${total} 题`,
    leave: '返回',
    star: '收藏',
    starred: '已收藏',
    back: '上一题',
    next: '下一题',
    skip: '跳过',
    skipped: (/** @type {number} */ count) => `跳过了 ${count} 题`,
    allSkipped: (/** @type {number} */ count) => `${count} 题都跳过了`,
    toSkipped: (/** @type {number} */ count) => `回去做跳过的 ${count} 题`,
    finish: '完成',
    unfold: '看答案',
    known: uiText.known,
    unknown: uiText.unknown,
    unsure: '没把握',
    goingOn: (/** @type {number} */ seconds) => `${seconds} 秒后到下一题。`,
    stay: '停在这题',
    changed: '这道题改过，请重新作答。',
    before: (/** @type {'right' | 'wrong'} */ result) => (result === 'right' ? '这题刚才答对了。' : '这题刚才答错了。')
  },

  exams: {
    history: '考试记录',
    none: '还没有考过。',
    row: (/** @type {string} */ date, /** @type {string} */ title) => `${date} ${title}`,
    chart: (/** @type {number} */ count) => `最近 ${count} 次的得分率`,
    chartNote: '竖条是得分占满分的百分比，从旧到新；斜纹的没到及格线。',
    points: (/** @type {number} */ points, /** @type {number} */ of) => `${points} / ${of} 分`,
    formerPaper: '以前的试卷'
  },

  aloud: {
    read: '听题',
    explain: '听解析',
    stop: '停'
  },

  ago: (/** @type {number} */ days) => ['今天', '昨天'][days] || `${days} 天前`,

  /** When something will be due: the moment, and how many minutes and midnights lie before it. */
  until: (/** @type {Date} */ at, /** @type {number} */ minutes, /** @type {number} */ days) => {
    const date = `${at.getMonth() + 1}月${at.getDate()}日`
    if (minutes < 60) {
      return minutes < 1 ? '马上' : `${minutes} 分钟后`
    }
    if (days < 1) {
      return `今天 ${at.getHours()}:${`${at.getMinutes()}`.padStart(2, '0')}`
    }
    return days < 2 ? `明天（${date}）` : `${days} 天后（${date}）`
  }
}
