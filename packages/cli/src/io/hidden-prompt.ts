import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliError } from '../errors.js'

/** Asks on the terminal and returns the line that is typed; the line is not shown. */
export function hiddenPrompt(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  process.stderr.write(question)
  return new Promise((resolve, reject) => {
    let answer: string | undefined
    terminal.once('line', (line) => {
      answer = line
      terminal.close()
    })
    // Also after Ctrl-C and Ctrl-D.
    terminal.once('close', () => {
      process.stderr.write('\n')
      if (answer === undefined) reject(new CliError('ERR_PASSPHRASE_MISSING', 'No passphrase was given'))
      else resolve(answer)
    })
  })
}
