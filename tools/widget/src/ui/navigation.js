/** Whether this page was loaded anew for a reader who had been here: by a reload, or on the way back or forward. */
export function isReturn() {
  // The newer way to ask this is ten times as long.
  return performance.navigation.type > 0
}
