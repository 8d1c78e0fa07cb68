/** What the widget says: first what it takes to answer a question, then what pages say besides. */

export const text = {
  verdicts: { right: '答对了。', wrong: '答错了，看看原文怎么说。' },
  incomplete: '还没选，选好再提交。',

  redo: '重做',
  report: '报告问题',
  known: '记住了',
  unknown: '没记住',

  unread: '记录暂时读不出来',
  trouble: {
    full: '存储空间满了，新的记录还没存进去；请腾出空间，别清理浏览器。',
    refused: '这台设备不让网页保存记录，本次答题只在当前页面有效。',
    silent: '存储没有回应，新的记录还没存进去；请稍后刷新。'
  }
}

const tally = (/** @type {number} */ answered, /** @type {number} */ right, /** @type {number} */ left) =>
  `${answered} 题对 ${right} 题${left ? `，还有 ${left} 题` : ''}`

export const pageText = {
  reportCopied: '已复制，请发给编辑。',
  reportByHand: '长按复制，发给编辑。',
  reportText: (
    /** @type {{ question: string, version: string, address: string, stem: string }} */ { question, version, address, stem }
  ) => `题目：${question}（版本 ${version}）\n页面：${address}\n题干：${stem}\n问题：`,

  renewed: '网站已更新，已有的记录都在。',
  drawer: '目录',
  back: '回到题目',
  close: '关上',
  glossary: '在术语表里看',
  reader: '换人学',
  changeReader: '换一个人学习',

  citation: (/** @type {string} */ plan, /** @type {string} */ at, /** @type {string} */ number, /** @type {string} */ words) =>
    `《${plan}》${at}${number && `第${number}句：“${words}”`}`,
  copied: '已复制。',
  held: '这一句的出处和链接已复制。',
  tapNumber: '点句子上面的数字，复制出处和链接。',
  copyByHand: '长按选中的文字复制。',
  toCopy: '要复制的文字',
  findTerm: '找术语（汉字或拼音）',
  foundTerms: (/** @type {number} */ count) => (count ? `找到 ${count} 个` : '没有这样的术语'),
  findDuty: '筛选（主体、时限、事项里的字，几个词用空格隔开）',
  duties: (/** @type {number} */ count) => `${count} 件`,
  foundDuties: (/** @type {number} */ count) => (count ? `找到 ${count} 件` : '没有这样的事'),
  unheard: '读不出声：这台设备没有中文语音，或不让网页朗读。',

  // What was answered before, each question says.
  score: (/** @type {number} */ answered, /** @type {number} */ right, /** @type {number} */ left) =>
    `这次 ${tally(answered, right, left)}`,
  scoreAgain: (/** @type {number} */ answered, /** @type {number} */ right, /** @type {number} */ left) =>
    `再练错题：${tally(answered, right, left)}`,
  again: '再练错题',
  everything: '回到全部题目',

  progress: (/** @type {{total: number, seen: number, right: number, mastered: number}} */ { total, seen, right, mastered }) =>
    seen ? `做过 ${seen} / ${total} · 做对 ${right} · 真会了 ${mastered}` : `共 ${total} 题，还没有做`,
  done: (/** @type {number} */ seen, /** @type {number} */ total) => (seen < total ? `${seen}/${total}` : '做完'),
  notKept: '没能存下来，只在这一页有效。',

  last: (/** @type {'right' | 'wrong'} */ result, /** @type {number} */ days) =>
    `${result === 'right' ? '上次答对' : '上次答错'} · ${['今天', '昨天'][days] || `${days}天前`}`,
  changed: '上次答过，题目已修订'
}

/** Apart, since no other page than the home page needs it. */
export const homeText = {
  exam: '接着考',
  examNote: (/** @type {string} */ title, /** @type {number} */ minutes) => `${title}，${minutes ? `还剩 ${minutes} 分钟` : '时间到了'}`,
  due: (/** @type {number} */ count) => [`今日复习 ${count} 题`, '一题一题过'],
  goOn: (/** @type {{ label: string, name: string, citation: string }} */ { label, name, citation }) =>
    // 一 alone says little.
    label.length > citation.length ? [`继续 ${label}${name}`, '从停下的地方起'] : [`继续 ${citation}`, name],
  ten: ['接着练十题', '没答过的在前'],
  practice: ['练习', '挑一部分来做'],
  mock: ['模拟考试', '计时，交卷后看结果'],
  allDone: ['模拟考试', '每一题都做过了，考一次看看'],
  mistakes: ['错题本', '做错的题再做一遍'],
  noPlan: '选好日期，就知道每天学几道新题。',
  plan: (/** @type {number} */ days, /** @type {number} */ daily) => {
    const until = days > 0 ? `还有 ${days} 天` : days < 0 ? '日期过了' : '就是今天'
    const what = daily ? (days < 0 ? `还有 ${daily} 道新题` : days ? `每天 ${daily} 道新题就能学完` : `还有 ${daily} 道新题`) : '每一题都做过了'
    return `${until}，${what}。`
  }
}

/** Apart, since it takes both the page and what searches to say it. */
export const searchText = {
  name: '搜索',
  placeholder: '原文、术语、题目',
  close: '关闭',
  failed: '搜索没能载入，请检查网络，关上再开。'
}
