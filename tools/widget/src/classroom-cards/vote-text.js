/** What is said where a camera reads something: of the pictures, of cards, of phones. */

export const pictureText = {
  camera: '打开摄像头',
  closeCamera: '关上摄像头',
  otherCamera: '换一个摄像头',
  photograph: '选照片或拍照',
  looking: '正在看这张照片',
  noPicture: '这个文件不是照片，或者这台设备打不开它。',
  noCamera: '打不开摄像头：没有允许，或者正被别的程序用着。可以用手机或相机拍了照片，在这里选。',
  noAsking: '这样打开的网页不能用摄像头，请拍照片，在这里选。',
  notLoaded: '读码的程序没有载入，请检查网络后再试。'
}

export const voteText = {
  title: '用表决卡',
  how: '请大家举卡，所选的字母朝上；镜头慢慢扫过全场。没有读到的会空着，读到的只显示号码，按“看票数”以前不显示选了什么。',
  read: (/** @type {number} */ count) => (count ? `读到 ${count} 张` : '还没有读到卡'),
  numbers: '读到的号码',
  foundIn: (/** @type {number} */ count) => `这张照片里读到 ${count} 张。还有没读到的，换个角度再拍一张，会合在一起。`,
  forgotten: '照片和画面只在这台设备上看一遍，不保存，也不发送。',
  reveal: '数好了，看票数',
  again: '清空重读',
  close: '不用卡了',
  outcome: (/** @type {[string, number][]} */ counts) => counts.map(([letter, count]) => `${letter} ${count} 张`).join('　'),
  others: (/** @type {number[]} */ numbers) => `没有计入：${numbers.join('、')} 号，举的不是这道题的选项。`
}

export const phonesText = {
  how: '愿意交成绩的，在手机上打开成绩码，一部一部对着镜头。码里只有每题的对错，没有名字。',
  none: '没有看到成绩码，请把手机屏幕调亮，正对镜头。',
  added: '收到一部。',
  known: '这一部已经收过了。',
  other: '这是另一套题的成绩码，没有计入。',
  close: '收完了'
}
