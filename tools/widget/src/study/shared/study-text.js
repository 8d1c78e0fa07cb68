/** Every word of the practice pages: a part for each file. */

/** @type {Record<string, string>} */
const manners = { new: '没答过的在前', mixed: '打乱', order: '按原文顺序' }

/** @type {Record<string, string>} */
const sources = { all: '全部题', starred: '收藏的', mistakes: '错题' }

export const text = {
  notLoaded: '题目没有取到。已有的记录都在；检查网络后再试。',
  again: '再试一次',

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
    finish: '完成',
    unsure: '没把握',
    goingOn: '接着下一题……点一下就停在这题',
    changed: '这道题改过，请重新作答。',
    before: (/** @type {'right' | 'wrong'} */ result) => (result === 'right' ? '这题刚才答对了。' : '这题刚才答错了。')
  },

  practice: {
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
    start: (/** @type {number} */ count) => (count ? `开始（${count} 题）` : '这里没有题'),
    done: (/** @type {number} */ answered, /** @type {number} */ right) =>
      answered ? `${answered} 题对 ${right} 题` : '这一组都跳过了。',
    allRight: '全对。隔天再答对一次，就算真会了。',
    wrongOnes: (/** @type {number} */ count) => `再练错的 ${count} 题`,
    other: '换一组'
  },

  review: {
    left: (/** @type {number} */ left) => `还有 ${left} 题`,
    some: (/** @type {number} */ due, /** @type {number} */ now) => `到时间的有 ${due} 题，今天先复习 ${now} 题。`,
    done: (/** @type {number} */ answered, /** @type {number} */ right) => `复习了 ${answered} 题，对 ${right} 题。`,
    skipped: '刚才跳过的题还在。',
    more: (/** @type {number} */ count) => `又有 ${count} 题到时间了，接着复习`,
    nothing: '现在没有要复习的题。',
    never: '还没有答过题。先练一练，答过的题会按遗忘规律回来复习。',
    limit: (/** @type {number} */ done) => `今天已经复习了 ${done} 题，到了每天的上限。`,
    waiting: (/** @type {number} */ due) => `还有 ${due} 题到了时间，留到明天。`,
    next: (/** @type {string} */ when) => `下一题：${when}。`,
    practise: '去练习',
    mistakes: '看错题本',
    settings: '改每天的上限'
  },

  mistakes: {
    none: '没有错题。哪里答错的题都会到这里来。',
    noneHere: '这个范围里没有错题。',
    total: (/** @type {number} */ shown, /** @type {number} */ all) =>
      shown === all ? `共 ${all} 题，错得多的、最近错的在前` : `选出 ${shown} 题，共 ${all} 题`,
    practise: (/** @type {number} */ count) => `练错题（${count} 题）`,
    resume: (/** @type {number} */ at, /** @type {number} */ total) => `接着练（第 ${at} 题，共 ${total} 题）`,
    filter: '筛选',
    copy: '复制成文字',
    print: '打印',
    facts: (/** @type {number} */ times, /** @type {string} */ when, /** @type {number} */ days) =>
      `错 ${times} 次 · 最近：${when} · ${days ? '已对一天，再隔天答对就移出' : '隔天答对两次就移出'}`,
    title: '错题本',
    done: (/** @type {number} */ answered, /** @type {number} */ right) => `练了 ${answered} 题，对 ${right} 题。`,
    stay: '隔天再答对一次的，才从错题本移出。',
    list: '回到错题本'
  },

  cards: {
    start: (/** @type {number} */ count) => (count ? `开始看（${count} 题）` : '这里没有题'),
    resume: (/** @type {string} */ name) => `继续：${name}`,
    at: (/** @type {number} */ at, /** @type {number} */ total) => `停在第 ${at} 题，共 ${total} 题`,
    choose: '选一组题',
    first: '从头看',
    done: (/** @type {number} */ total) => `${total} 题都看完了。`,
    practise: '练这一组'
  },

  exam: {
    papers: '选一份试卷',
    facts: (/** @type {{ minutes: number, of: number, pass: number, count: number }} */ { minutes, of, pass, count }) =>
      `${count} 题 · ${minutes} 分钟 · 满分 ${of} 分 · ${pass} 分及格`,
    part: (/** @type {string} */ title, /** @type {number} */ count, /** @type {number} */ points) =>
      `${title}：${count} 题，每题 ${points} 分`,
    seed: (/** @type {string} */ seed) => `卷号：${seed}`,
    seedHint: '卷号相同，题目就相同；把链接发给别人，考的是同一份卷。',
    rules: '开始以后按钟表计时，离开页面也不停；时间到自动交卷。交卷以前不告诉对错。',
    start: '开始考试',
    other: '换一套题',
    link: '复制试卷链接',
    back: '返回',
    left: (/** @type {string} */ title) => `“${title}”还没有交卷。`,
    goOn: '接着考',
    giveUp: '不考了',
    givenUp: '不考的卷子不计成绩，也不留记录。',
    unfillable: '题库里的题不够出这份卷。',
    badLink: '链接里的试卷这里没有，可能改过名。',
    clock: (/** @type {string} */ left) => `剩 ${left}`,
    soon: (/** @type {number} */ minutes) => `还剩 ${minutes} 分钟。`,
    place: (/** @type {number} */ at, /** @type {number} */ total) => `第 ${at} 题，共 ${total} 题`,
    asked: (/** @type {string} */ part, /** @type {string} */ kind, /** @type {number} */ points) =>
      `${part.includes(kind) ? part : `${part} · ${kind}`} · ${points} 分`,
    flag: '标记',
    flagged: '已标记',
    previous: '上一题',
    next: '下一题',
    sheet: (/** @type {number} */ done, /** @type {number} */ total) => `答题卡 ${done}/${total}`,
    sheetName: '答题卡',
    cell: (
      /** @type {number} */ at,
      /** @type {'done' | 'partly' | 'open'} */ state,
      /** @type {boolean} */ flagged
    ) => `第 ${at} 题，${{ done: '已答', partly: '没答完', open: '未答' }[state]}${flagged ? '，已标记' : ''}`,
    legend: '实底：已答 · 虚线：没答完 · 空框：未答 · 右上角三角：已标记',
    handIn: '交卷',
    sure: '现在交卷吗？',
    missing: (/** @type {number} */ open, /** @type {number} */ partly) =>
      `还有 ${[open && `${open} 题没答`, partly && `${partly} 题没答完`].filter(Boolean).join('，')}；没答的不得分。`,
    complete: '全部答完了。交卷以后不能再改。',
    flags: (/** @type {number} */ count) => `标记了 ${count} 题，可以再看看。`,
    goBack: '回去接着答',
    firstOpen: '去第一道没答的',
    timeUp: '时间到，已经自动交卷。',
    handedElsewhere: '这份卷已经在另一个页面交过了。',
    shrunk: (/** @type {number} */ count) => `考试期间题库更新，${count} 题停用或改过，不计分。`,
    verdict: (/** @type {boolean} */ passed) => (passed ? '及格' : '这次没到及格线'),
    points: (/** @type {number} */ points, /** @type {number} */ of) => `${points} / ${of} 分`,
    took: (/** @type {string} */ when, /** @type {number} */ minutes) => `${when} · 用时 ${minutes} 分钟`,
    rightOf: (/** @type {number} */ right, /** @type {number} */ total) => `${total} 题对 ${right} 题`,
    byPart: '各部分',
    byArea: '各方面',
    byKind: '各题型',
    sums: '得分明细',
    name: '名称',
    rightCount: '答对',
    score: '得分',
    again: (/** @type {number} */ count) => `错题再练（${count} 题）`,
    once: '再考一次',
    list: '回到试卷',
    paper: '逐题解析',
    onlyWrong: (/** @type {number} */ count) => `只看没对的（${count} 题）`,
    everything: '看全部题',
    notAnswered: '没有作答，看看原文怎么说。',
    gone: (/** @type {number} */ count) => `有 ${count} 题后来停用或改过，这里不再列出。`,
    practised: (/** @type {number} */ answered, /** @type {number} */ right) => `再练了 ${answered} 题，对 ${right} 题。`,
    results: '回到成绩',
    history: '考试记录',
    none: '还没有考过。',
    row: (/** @type {string} */ date, /** @type {string} */ title) => `${date} ${title}`,
    chart: (/** @type {number} */ count) => `最近 ${count} 次的得分率`,
    chartNote: '竖条是得分占满分的百分比，从旧到新；斜纹的没到及格线。',
    percent: (/** @type {number} */ percent) => `${percent}%`,
    formerPaper: '以前的试卷'
  },

  recite: {
    choose: '选一条',
    open: '背这一条',
    goOn: (/** @type {string} */ name) => `接着背：${name}`,
    at: (/** @type {number} */ at, /** @type {number} */ total) => `第 ${at} 句，共 ${total} 句`,
    steps: '遮住什么',
    step: ['不遮', '数字和期限', '再遮主体', '再遮术语', '再遮并列的词'],
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
    state: (/** @type {number} */ known, /** @type {number} */ total) =>
      known ? `记住 ${known}/${total} 句` : `共 ${total} 句`
  },

  me: {
    nothing: '还没有练过。做过的题、考过的试，都会记在这里。',
    unreadable: (/** @type {number} */ count) => `这台设备上有 ${count} 条记录读不出来，留在原处没有动；其余的照常。`,
    total: '合计',
    areas: '各部分进度',
    seen: '做过',
    right: '做对',
    mastered: '真会了',
    due: '该复习',
    of: (/** @type {number} */ count, /** @type {number} */ total) => `${count} / ${total}`,
    dueNow: (/** @type {number} */ count) => `${count} 题该复习`,
    noneDue: '没有该复习的',
    bar: (/** @type {string} */ name, /** @type {{ total: number, seen: number, right: number, mastered: number }} */ sum) =>
      `${name}：共 ${sum.total} 题，做过 ${sum.seen} 题，最近一次做对 ${sum.right} 题，真会了 ${sum.mastered} 题`,
    barNote: '长条从左到右：实底是真会了的，斜纹是最近做对的，浅底是做过的。',
    masteredNote: '隔天答对两次，算真会了。',
    days: (/** @type {number} */ days, /** @type {number} */ weeks) => `最近 ${weeks} 周练了 ${days} 天`,
    day: (/** @type {string} */ date, /** @type {number} */ answers) => `${date}：答了 ${answers} 次`,
    daysNote: '一格一天，一列一周；方块越大，那天答得越多。',
    today: (/** @type {number} */ answers) => (answers ? `今天答了 ${answers} 次` : '今天还没有练'),
    recited: (/** @type {number} */ known, /** @type {number} */ total) => `原文背诵：记住 ${known} / ${total} 句`,
    reset: '重新开始',
    resetHint: '把一部分的进度清掉，从头练起。答题记录还留着，随时可以撤销。',
    scope: '范围',
    everything: '全部',
    clear: '清掉进度',
    cleared: (/** @type {string} */ name) => `“${name}”的进度清掉了。`,
    undo: (/** @type {string} */ when, /** @type {string} */ name) => `撤销：${when}清掉的“${name}”`,
    undone: (/** @type {string} */ name) => `“${name}”的进度恢复了。`,
    exam: (/** @type {string} */ title) => `“${title}”还没有交卷，接着考`
  },

  backup: {
    warning: '记录只存在这台设备上；清理缓存、换手机，记录就没有了。隔一段时间备份一次，发给自己。',
    copy: '复制备份',
    copied: (/** @type {number} */ answers, /** @type {string} */ size) =>
      `备份里有 ${answers} 次作答，${size}。粘贴到“文件传输助手”或另一台手机。`,
    empty: '还没有记录可以备份。',
    file: '存成文件',
    fileName: (/** @type {string} */ date) => `研习备份-${date}.txt`,
    paste: '把备份粘贴在这里',
    pasteHint: '备份以“研习备份”开头，前后有别的话也不要紧。',
    merge: '合并进来',
    choose: '选一个备份文件',
    unreadable: '这个文件读不出来。',
    nothing: '先把备份粘贴进来。',
    merged: (/** @type {number} */ answers, /** @type {number} */ others, /** @type {number} */ known) =>
      answers + others
        ? `合并好了：新增 ${answers} 次作答${others ? `，另有 ${others} 条别的记录` : ''}；${known ? `${known} 条原来就有，` : ''}原有的一条没动。`
        : `备份里的 ${known} 条这里都有，什么也没变。`,
    notKept: '合并进来了，但这台设备存不下，关掉页面就没有了。',
    refused: {
      empty: '里面没有记录，什么也没变。',
      foreign: '这不是本站的备份，什么也没变。请从“研习备份”开始复制。',
      newer: '这份备份来自更新的版本。刷新本页后再试；现在什么也没变。',
      truncated: '备份不完整，后面少了一截，什么也没变。请重新复制全文；太长的改用文件。',
      altered: '备份的内容变了，核对不上，什么也没变。请在原来的设备上重新复制。',
      large: '这段文字太大，不像本站的备份，什么也没变。'
    },
    size: (/** @type {number} */ bytes) => (bytes < 10240 ? `${bytes} 个字符` : `约 ${Math.round(bytes / 1024)} KB`)
  },

  settings: {
    textSize: '字号',
    sizes: ['标准', '大', '较大', '很大', '最大'],
    sample: '字',
    large: '大按钮',
    largeHint: '按钮和选项加高，手指好点。',
    autoNext: '答对后自动到下一题',
    autoNextHint: '答错了总是停下来。',
    shuffle: '打乱选项',
    shuffleHint: '练习时选项每次换个次序。',
    readAloud: '朗读',
    readAloudHint: '练习时读题，答完读解析。',
    reviewLimit: '每天复习',
    limit: (/** @type {number} */ count) => `${count} 题`,
    saved: '已保存。',
    notKept: '这台设备不让网页保存设置，只在当前页面有效。'
  },

  aloud: {
    read: '听题',
    explain: '听解析',
    stop: '停'
  },

  ago: (/** @type {number} */ days) => ['今天', '昨天'][days] || `${days} 天前`,

  /** When something will be: `at` and `now` in ms, days between them. */
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
