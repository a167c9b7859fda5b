import { expect, test } from 'vitest'
import { checkSubpaths } from './check-subpaths.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const entry = (folder) => ({
  '@testamur/source': `./src/${folder}/index.ts`,
  types: `./dist/${folder}/index.d.ts`,
  node: `./dist/bundled/${folder}/index.js`,
  default: `./dist/${folder}/index.js`,
})
const errorsOf = (files, exports = { './keys': entry('keys') }) =>
  checkSubpaths(
    temporaryWorkspace({
      'packages/proofs/package.json': {
        name: '@testamur/proofs',
        exports: { ...exports, './package.json': './package.json' },
      },
      'packages/proofs/src/keys/index.ts': '',
      'README.md': 'Keys: `@testamur/proofs/keys`.',
      ...files,
    }),
  ).errors

test('an entry point that is there and in a guide', () => {
  expect(errorsOf({})).toEqual([])
  expect(errorsOf({ 'README.md': '', 'docs/guides/keys.md': "import {} from '@testamur/proofs/keys'" })).toEqual([])
})

test('one that no guide names: a longer name is not its name', () => {
  expect(errorsOf({ 'README.md': 'See `@testamur/proofs`.' })).toEqual([
    '@testamur/proofs/keys: no guide and no table of the README names it',
  ])
})

test('one without a source', () => {
  expect(errorsOf({ 'README.md': '`@testamur/proofs/dids`' }, { './dids': entry('dids') })).toEqual([
    'packages/proofs/package.json: there is no ./src/dids/index.ts',
  ])
})

test('one that is built from another source', () => {
  const crossed = { ...entry('keys'), default: './dist/dids/index.js' }
  expect(errorsOf({}, { './keys': crossed })).toEqual([
    '@testamur/proofs/keys: the condition default should be ./dist/keys/index.js',
  ])
})

test('a text that names an import there is not', () => {
  const source = '/**\n * See `@testamur/proofs/jose`.\n */\n'
  expect(errorsOf({ 'packages/proofs/src/keys/index.ts': source })).toEqual([
    'packages/proofs/src/keys/index.ts:2: @testamur/proofs/jose cannot be imported',
  ])
})
