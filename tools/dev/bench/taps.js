// On a page at rest: taps `count` questions that one tap answers, spread over the page; ms from each tap until its verdict is painted.
async ({ option, question, count }) => {
  const frame = () => new Promise(requestAnimationFrame)
  const painted = () => frame().then(() => new Promise((resolve) => setTimeout(resolve)))
  const all = [...document.querySelectorAll(question)].filter(
    (each) => !each.hasAttribute('data-result') && each.querySelector(option) && !each.querySelector('.yx-submit, .s')
  )
  const times = []
  for (let number = 0; number < count; number++) {
    const one = all[Math.floor((number * all.length) / count)]
    one.scrollIntoView({ block: 'center' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await painted()
    const start = performance.now()
    one.querySelector(option).click()
    while (!one.hasAttribute('data-result')) await frame()
    await painted()
    times.push(performance.now() - start)
  }
  return times
}
