// On a page at rest: taps `count` questions that one tap answers, spread over the page; ms from each tap until its verdict is painted.
async ({ option, question, count }) => {
  const frame = () => new Promise(requestAnimationFrame)
  // A message is handled before timers are: after the frame is made, before what others have put off until then.
  const painted = async () => {
    await frame()
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  }
  const all = [...document.querySelectorAll(question)].filter(
    (each) => !each.hasAttribute('data-result') && each.querySelector(option) && !each.querySelector('.yx-submit, .s')
  )
  const times = []
  for (let number = 0; number < count; number++) {
    const one = all[Math.floor((number * all.length) / count)]
    one.scrollIntoView({ block: 'center' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await painted()
    const { left, top, width, height } = one.querySelector(option).getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    const start = performance.now()
    hit.click()
    while (!one.hasAttribute('data-result')) await frame()
    await painted()
    times.push(performance.now() - start)
  }
  return times
}
