import type { Io } from '../io/index.js'
import type { Progress } from './interface.js'

const intervalMs = 100

/** Returns one line on the terminal that rewrites itself; where standard error is no terminal, nothing is shown. */
export function progressLine({ stderr }: Io): Progress {
  if (!stderr.isTerminal) return { show: () => undefined, end: async () => undefined }
  const clear = '\r\u001B[2K'
  let shownAt = performance.now()
  let isShown = false
  return {
    show(text) {
      if (performance.now() - shownAt < intervalMs) return
      shownAt = performance.now()
      isShown = true
      // A counter that cannot be shown is no reason to stop.
      stderr.write(clear + text).catch(() => undefined)
    },
    async end() {
      if (isShown) await stderr.write(clear)
    },
  }
}
