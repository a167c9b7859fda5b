import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runExample } from './run-example.js'

const folder = import.meta.dirname
const notExamples = /\.test\.ts$|^run-example\.ts$/
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts') && !notExamples.test(name))

/** The comments behind `console.log(…)`, each a pattern for one line that the example prints; `…` stands for anything. */
function promisedLines(source: string): RegExp[] {
  const comments = [...source.matchAll(/\bconsole\.log\(.*\) \/\/ (.+)$/gm)].map(([, text = '']) => text)
  return comments.map(
    (text) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}$`, 'm'),
  )
}

describe('examples', () => {
  it('there are some', () => {
    expect(examples.length).toBeGreaterThanOrEqual(7)
  })

  it.each(examples)('%s runs, and prints what it says', async (name) => {
    const source = readFileSync(path.join(folder, name), 'utf8')
    expect(source, 'starts with a comment').toMatch(/^\/\/ /)
    const { code, output } = await runExample(name)
    expect(code, output).toBe(0)
    const promised = promisedLines(source)
    expect(promised.length, 'prints something').toBeGreaterThan(0)
    for (const line of promised) expect(output).toMatch(line)
  })
})
