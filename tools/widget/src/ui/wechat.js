/** WeChat's browser can neither save nor open files, and it cannot print. */
export function isWeChat() {
  return /MicroMessenger/i.test(navigator.userAgent)
}
