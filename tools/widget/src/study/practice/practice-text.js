import { questions } from '../shared/study-text.js'

/** Every word of 练习. */
export const practiceText = {
  resume: (/** @type {string} */ name) => `继续：${name}`,
  at: (/** @type {number} */ at, /** @type {number} */ total) => `停在第 ${at} 题，共 ${total} 题`,
  ways: '其他练法',
  review: '今日复习',
  due: (/** @type {number} */ count) => (count ? `${count} 题到时间了` : '今天没有要复习的'),
  cards: '背题',
  cardsHint: '题目和答案一起看',
  recite: '原文背诵',
  reciteHint: '遮住几个词再背',
  exam: '模拟考试',
  examHint: '交卷后才知道对错',
  choose: '选一组题',
  start: (/** @type {number} */ count) => (count ? `开始（${questions(count)}）` : '这里没有题'),
  done: (/** @type {number} */ answered, /** @type {number} */ right) =>
    answered ? `${answered} 题对 ${right} 题` : '这一组都跳过了。',
  allRight: '全对。隔天再答对一次，就算真会了。',
  wrongOnes: (/** @type {number} */ count) => `再练错的 ${count} 题`,
  other: '换一组'
}
