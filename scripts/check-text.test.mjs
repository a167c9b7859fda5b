import { expect, test } from 'vitest'
import { checkText } from './check-text.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const errorsOf = (file, text) => checkText(temporaryWorkspace({ [file]: text })).errors
const slash = '/'

test.each([
  [`const file = '${slash}root${slash}keys.json'`, 'a path of one machine'],
  [`cd ${slash}home${slash}ada`, 'a path of one machine'],
])('%s', (text, reason) => {
  expect(errorsOf('docs/a.md', `first line\n${text}\n`)).toEqual([`docs/a.md:2: names ${reason}`])
})

test.each(['https://school.example/home/page', '../home/file', 'We issue 40 credentials.', '/home'])(
  'harmless: %s',
  (text) => {
    expect(errorsOf('docs/a.md', text)).toEqual([])
  },
)

test('a lockfile with a download address', () => {
  expect(errorsOf('pnpm-lock.yaml', "lockfileVersion: '9.0'\n  tarball: a.tgz\n")).toEqual([
    'pnpm-lock.yaml:2: names a download address',
  ])
  expect(errorsOf('pnpm-lock.yaml', 'resolution: {integrity: sha512-AAAA}\n')).toEqual([])
})
