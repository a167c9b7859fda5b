// The programs in the guide print what their comments say.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const guide = await readFile(path.join(root, 'docs/guides/build-a-record.md'), 'utf8')
const blocks = [...guide.matchAll(/^```ts run\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)

let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'testamur-guide-'))
})
afterAll(() => rm(home, { recursive: true }))

/** The lines that a program prints, run on the sources of the packages. */
async function linesOf(contents: string, name: string): Promise<string[]> {
  const outfile = path.join(home, `${name}.mjs`)
  await build({
    stdin: { contents, loader: 'ts', resolveDir: path.join(root, 'examples') },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@testamur/source'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  })
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await import(/* @vite-ignore */ pathToFileURL(outfile).href)
    return log.mock.calls.map((values) => values.join(' '))
  } finally {
    log.mockRestore()
  }
}

/** The comments behind `console.log(…)`; `…` stands for anything. */
const promisesOf = (block: string): RegExp[] =>
  [...block.matchAll(/\bconsole\.log\(.*\) \/\/ (.+)$/gm)].map(
    ([, text = '']) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}$`),
  )

describe('Build a record', () => {
  it('has programs', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(10)
  })

  it.each(blocks.map((block, index) => [index, block] as const))(
    'program %i prints what it says',
    async (index, block) => {
      const promised = promisesOf(block)
      expect(promised.length).toBeGreaterThan(0)
      const lines = await linesOf(block, String(index))
      for (const promise of promised) expect(lines).toContainEqual(expect.stringMatching(promise))
    },
  )
})
