import { expect, test } from 'vitest'
import { checkLinks } from './check-links.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const guide = '# The `Signer` of [yours](a.md)\n\n## Keys, and more\n\n## Keys, and more\n'
const errorsOf = (readme, files = {}) =>
  checkLinks(temporaryWorkspace({ 'README.md': readme, 'docs/guide.md': guide, 'docs/a.md': '', ...files })).errors

test.each([
  '[a guide](docs/guide.md) ![and a file](./docs/a.md "title")',
  '[a heading](docs/guide.md#the-signer-of-yours), [the second](docs/guide.md#keys-and-more-1)',
  '[elsewhere](https://school.example/a.md), [mail](mailto:a@school.example)',
  '```ts\nlist[0](missing.md)\n```\nand `[code](missing.md)`',
  '# Here\n\n[above](#here)',
])('leads somewhere: %s', (readme) => {
  expect(errorsOf(readme)).toEqual([])
})

test.each([
  ['\n[gone](docs/gone.md)', 'README.md:2: there is no docs/gone.md'],
  ['[gone]: docs/gone.md', 'README.md:1: there is no docs/gone.md'],
  ['[no heading](docs/guide.md#keys)', 'README.md:1: docs/guide.md has no heading #keys'],
  ['[no heading](#here)', 'README.md:1: README.md has no heading #here'],
])('leads nowhere: %s', (readme, error) => {
  expect(errorsOf(readme)).toEqual([error])
})

test('every error code is explained', () => {
  const source = { 'packages/documents/src/errors.ts': "export type Code = 'ERR_A' | 'ERR_B'" }
  expect(errorsOf('', { ...source, 'docs/guides/errors.md': '## ERR_A\n' })).toEqual([
    'ERR_B has no heading in docs/guides/errors.md',
  ])
})
