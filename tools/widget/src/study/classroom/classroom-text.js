/** Every word of 支部学习. */

/** @import { Stop } from '../../core/classroom-session.js' */

/** @type {Record<string, string>} */
const phases = {
  start: '开场',
  read: '一起读',
  ask: '先自己想，举手',
  discuss: '讨论：和旁边的人说说理由',
  again: '再举一次手',
  answer: '答案',
  close: '小结'
}

const rounds = ['第一次', '讨论后']

const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}%`

export const roomText = {
  phases,
  rounds,
  percent,

  // 组卷
  begun: (/** @type {string} */ when) => `有一场还没结束（${when}开始）。`,
  stage: '投影',
  host: '主持台',
  minutes: '会议记录',
  end: '结束',
  reallyEnd: '结束以后，票数、组分、会议记录都从这台电脑上清掉。会议记录存好了吗？',
  yesEnd: '结束，全部清掉',
  noEnd: '不结束',
  reallyBegin: '上一场还没结束。开始新的，上一场的票数、组分、会议记录就都清掉了。要留的，先到上面的“会议记录”里存好。',
  yesBegin: '清掉上一场，开始新的',
  noBegin: '先不开始',
  ended: '学习结束',
  another: '再组一套题',
  over: '这一场结束了，这台电脑上没有留下什么。',
  areas: '题从哪里出（不选就是全部）',
  measures: (/** @type {string} */ name) => `${name}：细选（不选就是整个部分）`,
  kinds: '题型',
  kindsHint: '举手表决适合单选、多选、判断；别的题型大家一起说，看了答案再数答对的人。',
  count: (/** @type {number} */ most) => `几道题（最多 ${most}）`,
  cases: (/** @type {number} */ most) => `另加几份材料题（最多 ${most}）`,
  seed: '题签',
  seedHint: '抄下题签，在另一台电脑上选得一样、填上它，抽到同样的题。',
  otherSeed: '换一批题',
  reads: '一起读哪几条',
  readsHint: '读的时候一句一句往下走。不选就不读。',
  twice: '讨论以后再举一次手',
  drawn: (/** @type {number} */ count) => (count ? `抽到 ${count} 道题` : '没有抽到题'),
  pass: '换掉',
  passed: (/** @type {number} */ count) => `换掉了 ${count} 道，都要回来`,
  notRead: '题目没有取到。',
  chosen: (/** @type {number} */ count) => `：${count} 条`,
  takeAlong: '带到会议室的电脑上',
  link: '复制链接',
  codeHint: '在家组好，把链接或组卷码发到会议室的电脑上，抽出来的就是这一套。',
  paste: '粘贴链接或组卷码',
  take: '照这个组卷',
  badCode: '这里面没有认得出的组卷码。',
  otherBank: '题库和组卷时的不一样，有的题可能换了。',
  beginOne: '开始（只有一个屏幕）',
  beginTwo: '开始（电脑上主持，另开窗口投影）',
  beginHint:
    '用一个屏幕：投影上就是这个窗口。用两个屏幕：这个窗口是主持台，看得到答案、票数和下一题；另开的窗口拖到投影上，按 F 全屏。',
  blocked: '浏览器拦住了新窗口。请允许弹出窗口，或者自己再开一个标签页，打开这一页，选“投影”。',
  unkept: '这台电脑不让网页保存东西：几个窗口照样一个样，可是刷新、关掉就没有了。会议记录请及时复制。',
  private: '这里不看、也不记任何人的答题记录。',

  // 手机
  phoneCode: '在手机上打开这套题的二维码',
  phoneHint: '带手机的：扫一扫，做同一套题',
  phones: '手机作答',
  collect: '收手机上的成绩码',
  collected: (/** @type {number} */ phones, /** @type {number | undefined} */ share) =>
    phones ? `收到 ${phones} 部${share === undefined ? '' : `，答对的平均 ${percent(share)}`}` : '还没有收到。手机上答完，按“给支部看这次的成绩”。',
  phoneRight: (/** @type {number} */ right, /** @type {number} */ of) => `对 ${right}／${of} 人`,

  // 屏幕
  meeting: '支部学习',
  toRead: (/** @type {string[]} */ names) => `一起读：${names.join('、')}`,
  toAsk: (/** @type {number} */ count) => `一起答：${count} 道题`,
  clauseAt: (/** @type {number} */ at) => `第 ${at} 句`,
  clause: (/** @type {number} */ at, /** @type {number} */ of) => `第 ${at} 句，共 ${of} 句`,
  question: (/** @type {number} */ at, /** @type {number} */ of) => `第 ${at} 题，共 ${of} 题`,
  material: '材料',
  several: '可以选几项',
  gone: '这道题已经撤下了，请往下走。',
  answer: '答案：',
  source: '原文',
  counted: (/** @type {number} */ hands, /** @type {number} */ people) =>
    `已数 ${hands} 人${people ? `，在场 ${people} 人` : ''}`,
  tooMany: (/** @type {number} */ hands, /** @type {number} */ people, /** @type {boolean} */ several) =>
    `${several ? '有一项' : ''}已数 ${hands} 人，在场 ${people} 人：多了 ${hands - people} 人`,
  right: (/** @type {number} */ round, /** @type {number} */ share, /** @type {boolean} */ several) =>
    `${rounds[round]}${several ? '各项判断平均' : ''} ${percent(share)} 对`,
  hands: (/** @type {number} */ round, /** @type {number} */ hands) => `${rounds[round]} ${hands} 人`,
  done: '这次学习',
  didRead: (/** @type {number} */ count) => `读了 ${count} 条原文`,
  didAsk: (/** @type {number} */ count) => `答了 ${count} 道题`,
  overall: (/** @type {number} */ first, /** @type {number} */ second) =>
    `讨论以前 ${percent(first)} 对，讨论以后 ${percent(second)} 对`,
  overallOne: (/** @type {number} */ share) => `${percent(share)} 对`,
  hardest: '最难的几道',
  teams: '各组得分',
  points: (/** @type {number} */ points) => `${points} 分`,
  black: '黑屏。按 B 或点一下回来。',

  previous: '上一步',
  next: '下一步',
  reveal: '直接看答案',
  blacken: '黑屏',
  countVotes: '数票',
  full: '全屏',
  dark: '深色',
  tools: '投影的按钮',
  moreTools: '更多',
  openStage: '打开投影窗口',

  // 主持台
  now: '屏幕上',
  then: '下一步',
  nothing: '没有了',
  uncover: '显示答案',
  covered: '这个屏幕大家也许看得到，所以先不显示答案。另有投影的，按“打开投影窗口”，答案就一直在这里。',
  plan: '程序',
  planRead: (/** @type {string} */ name) => `读 ${name}`,
  planAsk: (/** @type {number} */ at) => `第 ${at} 题`,
  countHands: (/** @type {number} */ round, /** @type {boolean} */ after) =>
    after ? '数答对的人' : `数票：${rounds[round]}`,
  more: (/** @type {string} */ name) => `${name} 加一`,
  fewer: (/** @type {string} */ name) => `${name} 减一`,
  number: (/** @type {string} */ name) => `${name} 的人数`,
  afterRight: '答对了',
  afterWrong: '没答对',
  people: '在场人数',
  cards: '用卡片',
  timer: '计时',
  minutesLong: (/** @type {number} */ minutes) => `${minutes} 分钟`,
  startTimer: '开始计时',
  pauseTimer: '暂停',
  noTimer: '不计时',
  timeUp: '时间到',
  addTeam: '加一组',
  team: (/** @type {number} */ at) => `第${'一二三四五六七八'[at]}组`,
  teamName: (/** @type {number} */ at) => `第 ${at + 1} 组的名称`,
  removeTeam: (/** @type {string} */ name) => `去掉 ${name}`,
  undo: '撤销上一次加减分',
  board: '在屏幕上显示',
  noTeams: '可以分组，最多八组。答得快不加分。',
  keys: '按键和翻页笔',
  keyRows: [
    ['空格、→、PageDown', '下一步（翻页笔的“下一页”）'],
    ['←、PageUp', '上一步（翻页笔的“上一页”）'],
    ['B 或句点', '黑屏，再按一次回来'],
    ['R', '直接看答案'],
    ['1–9', '举手的时候，给第几项加一票；按住 Shift 减一票'],
    ['V', '投影上打开、收起数票；打开以后，A–H 也加一票'],
    ['T', '计时开始、暂停'],
    ['F', '全屏'],
    ['D', '深色、浅色'],
    ['+、−', '字大、字小']
  ],
  awayFromLog: '票数、组分、会议记录只在这台电脑上，按“结束”就清掉。',

  // 会议记录
  minutesIntro: '填好以后复制成文字，或存成 Word。名字只有填了才有。',
  copy: '复制记录',
  save: '存成 Word',
  saved: (/** @type {string} */ name) => `存在浏览器的“下载”里：${name}`,
  fileName: (/** @type {string} */ date) => `支部学习记录-${date}.docx`,
  back: '回到主持台'
}

/** The form that branches keep, in its order: the field's key, its words, and whether it takes more than a line. */
export const FIELDS = /** @type {const} */ ([
  ['party', '党组织名称', false],
  ['topic', '会议主题', false],
  ['time', '时间', false],
  ['place', '地点', false],
  ['chair', '主持人', false],
  ['clerk', '记录人', false],
  ['due', '应到', false],
  ['present', '实到', false],
  ['absent', '缺席及原因', true],
  ['content', '学习内容', true],
  ['said', '发言要点', true],
  ['hours', '学时', false]
])

/**
 * @param {Stop} stop
 * @param {boolean} hands - whether hands are raised for it
 */
export function phaseOf({ kind }, hands) {
  return kind === 'ask' && !hands ? '大家一起说' : phases[kind]
}
