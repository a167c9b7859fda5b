import { expect, test } from 'vitest'
import { checkDocsSnippets } from './check-docs-snippets.mjs'
import { documentationSnippets } from './docs-snippets.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const workspace = (files) =>
  temporaryWorkspace({
    'tsconfig.test.json': { compilerOptions: { module: 'NodeNext', strict: true, noEmit: true, types: [] }, files: [] },
    'packages/proofs/package.json': { name: '@testamur/proofs' },
    'examples/package.json': { type: 'module' },
    'examples/data/answer.txt': '42',
    'examples/node_modules/testamur/package.json': { name: 'testamur', type: 'module', exports: './index.js' },
    'examples/node_modules/testamur/index.js': 'export const answer = 42',
    'examples/node_modules/testamur/index.d.ts': 'export declare const answer: number',
    ...files,
  })
const errorsOf = async (files) => (await checkDocsSnippets(workspace(files))).errors
const block = (code, info = 'ts') => `\`\`\`${info}\n${code}\n\`\`\`\n`
const untyped = (code) => block(`// @ts-nocheck\n${code}`, 'ts run')
const comment = (lines) => `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\nexport const a = 1\n`

test('blocks of texts and of doc comments, with their places', () => {
  const files = {
    'README.md': `# A\n\n${block('1')}\n- in a list\n  \`\`\`ts run\n  2\n  \`\`\`\n\n${block('no', 'json')}`,
    'packages/proofs/src/a.ts': comment(['A glob.', '', '@example', '```ts', 'const a = 3', '', 'a', '```']),
  }
  expect(documentationSnippets(workspace(files))).toEqual({
    errors: [],
    snippets: [
      { file: 'README.md', line: 4, code: '1\n', isRun: false },
      { file: 'README.md', line: 9, code: '2\n', isRun: true },
      { file: 'packages/proofs/src/a.ts', line: 6, code: 'const a = 3\n\na\n', isRun: false },
    ],
  })
})

test('each block is a module of its own', async () => {
  const own = block("import { answer } from 'testamur'\nconst a: number = answer\nawait Promise.resolve(a)")
  expect(await errorsOf({ 'README.md': own + own })).toEqual([])
  expect(await errorsOf({ 'README.md': block('export const a = 1') + block('a') })).toEqual([
    "README.md:5: Cannot find name 'a'.",
  ])
})

test('a block that does not compile, by its line', async () => {
  expect(await errorsOf({ 'docs/guides/a.md': `# A\n\n${block('\nconst a: string = 1')}` })).toEqual([
    "docs/guides/a.md:5: Type 'number' is not assignable to type 'string'.",
  ])
  const source = comment(['@example', '```ts', "import { gone } from 'testamur'", '```'])
  expect(await errorsOf({ 'packages/proofs/src/a.ts': source })).toEqual([
    `packages/proofs/src/a.ts:4: Module '"testamur"' has no exported member 'gone'.`,
  ])
})

test('an example that is no block', async () => {
  expect(await errorsOf({ 'packages/proofs/src/a.ts': comment(['@example', 'a()']) })).toEqual([
    'packages/proofs/src/a.ts:1: an @example starts with a block of ts',
  ])
})

test('blocks that run: in order, with the data of the examples', async () => {
  const first = `import { readFileSync, writeFileSync } from 'fs'
import { answer } from 'testamur'
if (Number(readFileSync('answer.txt', 'utf8')) !== answer) throw new Error('no')
writeFileSync('next.txt', 'yes')`
  const second = "import { readFileSync } from 'fs'\nreadFileSync('next.txt')"
  expect(await errorsOf({ 'README.md': untyped(first) + untyped(second) })).toEqual([])
  expect(await errorsOf({ 'README.md': untyped(second) })).toEqual([
    expect.stringMatching(/^README.md:2: .*next\.txt/s),
  ])
})
