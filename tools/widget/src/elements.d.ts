import type { Progress } from './progress.js'
import type { Question } from './question.js'
import type { Score } from './score.js'

declare global {
  interface HTMLElementTagNameMap {
    'yx-progress': Progress
    'yx-question': Question
    'yx-score': Score
  }
}
