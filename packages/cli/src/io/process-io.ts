import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { hiddenPrompt } from './hidden-prompt.js'
import type { Io, TextSink } from './interface.js'

/** Returns the world of this process. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    fileSystem: { mkdir, open, readFile, realpath, rename, rm, stat },
    prompt: process.stdin.isTTY && process.stderr.isTTY ? hiddenPrompt : undefined,
  }
}

function sink(stream: NodeJS.WriteStream): TextSink {
  // Failures reach the one who writes; without a listener they would end the process with a stack trace.
  stream.on('error', () => undefined)
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          // Whoever reads the pipe has seen enough.
          if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
          else reject(error)
        })
      }),
  }
}
