/** Every word of 设置. */
export const settingsText = {
  textSize: '字号',
  sizes: ['标准', '大', '较大', '很大', '最大'],
  sample: '字',
  large: '大按钮',
  largeHint: '按钮和选项加高，手指好点。',
  dark: '深色',
  autoNext: '答对后自动到下一题',
  autoNextHint: '答错了总是停下来。',
  shuffle: '打乱选项',
  shuffleHint: '练习时选项每次换个次序。',
  readAloud: '朗读',
  readAloudHint: '练习时读题，答完读解析。',
  reviewLimit: '每天复习',
  limit: (/** @type {number} */ count) => `${count} 题`,
  saved: '已保存。',
  notKept: '设置没能存下来，只在当前页面有效。'
}
