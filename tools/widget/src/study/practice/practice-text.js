import { questions } from '../shared/study-text.js'

/** @import { SetName } from './sets.js' */

/** @type {Record<SetName, string>} */
const sets = { new: '接着练十题', mistakes: '错题十题', part: '这一部分十题' }

/** Every word of 练习. */
export const practiceText = {
  resume: (/** @type {string} */ name) => `继续：${name}`,
  at: (/** @type {number} */ at, /** @type {number} */ total) => `停在第 ${at} 题，共 ${total} 题`,
  sets,
  setsName: '十题一组',
  /** @type {Record<SetName, (about: string | number) => string>} */
  hints: {
    new: (about) => (about ? `还有 ${about} 题没答过` : '都答过一遍了，先练最久没练的'),
    mistakes: (about) => (about ? `今天可练 ${about} 题` : '今天没有要练的错题'),
    part: (about) => `${about}，没答过的在前`
  },
  ways: '其他练法',
  review: '今日复习',
  due: (/** @type {number} */ count) => (count ? `${count} 题到时间了` : '今天没有要复习的'),
  reviewHint: '到时间的题',
  cards: '背题',
  cardsHint: '题目和答案一起看',
  recite: '原文背诵',
  reciteHint: '遮住几个词再背',
  exam: '模拟考试',
  examHint: '交卷后才知道对错',
  classroom: '支部学习',
  classroomHint: '投在屏幕上，一起读、一起答',
  choose: '自己选一组题',
  start: (/** @type {number} */ count) => (count ? `开始（${questions(count)}）` : '这里没有题'),
  tenFirst: '先练十题',
  done: (/** @type {number} */ answered, /** @type {number} */ right) => `${answered} 题对 ${right} 题`,
  fresh: (/** @type {number} */ count) => `新答对 ${count} 题`,
  regained: (/** @type {number} */ count) => `以前答错、这次答对 ${count} 题`,
  toMistakes: (/** @type {number} */ count) => `答错的 ${count} 题在错题本里，隔天再练记得牢`,
  allRight: '全对。隔天再答对一次，就算真会了。',
  wrongOnes: (/** @type {number} */ count) => `再练错的 ${count} 题`,
  next: (/** @type {SetName} */ set) => ({ new: '再来十题', mistakes: '再练十道错题', part: '这部分再来十题' })[set],
  other: '换一组',
  noRoom: '这个码里没有认得出的一套题，可能题库已经换过。请再扫一次屏幕上的码。',
  giveResult: '给支部看这次的成绩',
  resultCode: '成绩码',
  resultHint: '愿意的话，把这个码给支部的镜头看一下。里面只有每题的对错，没有名字。'
}
