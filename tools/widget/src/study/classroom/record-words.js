/** The minutes in words: of a text to be copied, and of a document. */

import { percent } from '../../core/classroom-votes.js'
import { FIELDS } from './classroom-text.js'

/** @import { Minutes, RecordedQuestion, Round } from '../../core/classroom-record.js' */

export const recordText = {
  title: '支部学习会议记录',
  read: '一、一起读的原文',
  asked: '二、答题和讨论',
  hardest: '三、最难的几道题',
  teams: '四、各组得分',
  phones: '手机作答（自愿）',
  none: '无',
  rounds: ['第一次', '讨论后'],
  heads: ['题', '内容', '答案', '第一次', '讨论后'],
  answer: '答案',
  people: '人',
  after: '看过答案以后数',
  over: '（票数比在场的人多）',
  unanswered: '（没有看答案）',
  signed: ['主持人（签字）：', '记录人（签字）：'],
  day: '　　　　年　　月　　日'
}

/**
 * The form's fields with what stands in them.
 *
 * @param {Record<string, string>} form
 * @returns {[string, string][]}
 */
export function filledFields(form) {
  return FIELDS.map(([key, label]) => [label, (form[key] || '').trim()])
}

/** @param {RecordedQuestion} question @returns {string} without its number, and marked where its answer was not shown */
export function askedWords({ known: { at, kind, text }, answered }) {
  return `${text}（${at}，${kind}）${answered ? '' : recordText.unanswered}`
}

/** @param {RecordedQuestion} question @returns {string} 1. （二（一）三是，单选）多久报告一次？ */
export function questionWords(question) {
  return `${question.number}．${askedWords(question)}`
}

/**
 * @param {Round} round
 * @returns {{hands: string[], result: string}} A 3 人, B 12 人; 对 12／15 人，80%, or nothing where nothing can be said of people
 */
function roundWords({ hands, outcome: { of, right, share }, over }) {
  const people = over ? `按 ${of} 人算` : `在场 ${of} 人`
  const result = right === undefined ? `${people}，各项判断对的平均 ` : `对 ${right}／${of} 人，`
  return {
    hands: hands.map(([name, count]) => `${name} ${count} 人`),
    result: share === undefined ? '' : `${result}${percent(share)}%${over ? recordText.over : ''}`
  }
}

/**
 * @param {RecordedQuestion} question
 * @param {number} round
 * @returns {string} for a narrow column, two options a line; empty where nobody was counted in it
 */
export function roundCell({ counted, known }, round) {
  const found = counted.find((each) => each.round === round)
  if (!found) {
    return ''
  }
  const { hands, result } = roundWords(found)
  const after = known.vote === 'after'
  const lines = after
    ? hands
    : hands.map((words, at) => (at % 2 ? '' : [words, hands[at + 1]].filter(Boolean).join('\u3000')))
  return [after ? recordText.after : '', ...lines, result].filter(Boolean).join('\n')
}

/** @param {RecordedQuestion} question @returns {string} 第 3 题：第一次 45%，讨论后 80% */
export function hardWords({ number, known: { text }, rounds }) {
  const shares = rounds
    .map(({ share }, round) => share !== undefined && `${recordText.rounds[round]} ${percent(share)}%`)
    .filter(Boolean)
  return `第 ${number} 题（${shares.join('，')}）：${text}`
}

/** @param {Minutes} minutes @returns {string[]} what phones have shown, a line each; none where nobody did */
export function phoneLines({ phones: { phones, questions, share } }) {
  const each = questions.map(({ right, of }, at) => `第 ${at + 1} 题：对 ${right}／${of} 人`)
  return phones ? [`${phones} 部手机，答对的平均 ${percent(share || 0)}%`, ...each] : []
}

/**
 * @param {Record<string, string>} form
 * @param {Minutes} minutes
 * @param {(provision: string) => string} nameOf
 * @returns {string} a line each, to be pasted anywhere
 */
export function recordAsText(form, minutes, nameOf) {
  const { read, questions, hardest, teams } = minutes
  const lines = [recordText.title, '', ...filledFields(form).map(([label, value]) => `${label}：${value}`), '']
  lines.push(
    recordText.read,
    ...(read.length ? read.map((id, at) => `${at + 1}．${nameOf(id)}`) : [recordText.none]),
    '',
    recordText.asked
  )
  for (const question of questions) {
    lines.push(questionWords(question), ...(question.answered ? [`${recordText.answer}：${question.known.key}`] : []))
    for (const round of question.counted) {
      const { hands, result } = roundWords(round)
      const name = question.known.vote === 'after' ? recordText.after : recordText.rounds[round.round]
      lines.push(`${name}：${[hands.join('，'), result].filter(Boolean).join('；')}`)
    }
  }
  lines.push(...(questions.length ? [] : [recordText.none]), '', recordText.hardest)
  lines.push(...(hardest.length ? hardest.map(hardWords) : [recordText.none]))
  if (teams.length) {
    lines.push('', recordText.teams, ...teams.map(({ name, points }) => `${name}：${points} 分`))
  }
  const phones = phoneLines(minutes)
  lines.push(...(phones.length ? ['', recordText.phones, ...phones] : []))
  return `${lines.join('\n')}\n`
}
