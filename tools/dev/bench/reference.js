// The reference: what a careful person writes by hand for one page of questions, on which nothing else is wanted.
(function () {
  var KEY = 'quiz:' + location.pathname
  var saved = {}
  try {
    saved = JSON.parse(localStorage.getItem(KEY)) || {}
  } catch (_) {}

  function plain(text) {
    return text.replace(/[\s，。、；：“”]/g, '').toLowerCase()
  }

  function chosen(question) {
    var field = question.querySelector('input')
    if (field) return plain(field.value)
    return Array.from(question.querySelectorAll('.o[aria-pressed=true]'), function (option) {
      return option.dataset.v
    }).join('')
  }

  function isRight(question) {
    var key = question.dataset.key
    if (question.querySelector('input')) return key.split('|').map(plain).includes(chosen(question))
    return chosen(question) === key
  }

  function grade(question) {
    if (question.dataset.result) return
    var right = isRight(question)
    question.dataset.result = right ? 'right' : 'wrong'
    question.querySelectorAll('.o').forEach(function (option) {
      option.disabled = true
      if (question.dataset.key.includes(option.dataset.v)) option.classList.add('right')
      else if (option.getAttribute('aria-pressed') === 'true') option.classList.add('wrong')
    })
    question.querySelector('.v').textContent = right ? '答对了。' : '答错了。'
    question.querySelector('.e').hidden = false
    saved[question.id] = right
    try {
      localStorage.setItem(KEY, JSON.stringify(saved))
    } catch (_) {}
  }

  document.addEventListener('click', function (event) {
    var question = event.target.closest('.q')
    if (!question || question.dataset.result) return
    var option = event.target.closest('.o')
    if (option) {
      option.setAttribute('aria-pressed', String(option.getAttribute('aria-pressed') !== 'true'))
      if (!question.querySelector('.s')) grade(question)
    } else if (event.target.closest('.s')) {
      grade(question)
    }
  })
})()
