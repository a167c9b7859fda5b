import { expect, test } from 'vitest'
import { checkLayers } from './check-layers.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const manifest = (name, dependencies = []) => ({
  name,
  dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, 'workspace:^'])),
})
const errorsOf = (files) =>
  checkLayers(
    temporaryWorkspace({
      'packages/documents/package.json': manifest('@testamur/documents'),
      'packages/documents/src/json/index.ts': "import { problem } from '../problems.js'\n",
      'packages/documents/src/index.ts': "export { x } from './json-ld/index.js'\n",
      ...files,
    }),
  ).errors

test('a workspace in order', () => {
  expect(errorsOf({})).toEqual([])
})

test('the package graph holds', () => {
  expect(
    errorsOf({
      'packages/proofs/package.json': manifest('@testamur/proofs', ['@testamur/credentials', 'testamur', 'jose']),
    }),
  ).toEqual([
    'packages/proofs/package.json: proofs ─► @testamur/credentials is no arrow of the package graph',
    'packages/proofs/package.json: proofs ─► testamur is no arrow of the package graph',
  ])
  expect(errorsOf({ 'packages/extra/package.json': manifest('@testamur/extra') })).toHaveLength(1)
})

test.each([
  [
    'a room to the right',
    "import { a } from './a.js'\nimport type { B } from '../contexts/b.js'\n",
    'json ─► contexts',
  ],
  ['a room to the right, re-exported', "\nexport { b } from '../contexts/b.js'\n", 'json ─► contexts'],
  ['a room to the right, on demand', "\nexport const b = () => import('../contexts/b.js')\n", 'json ─► contexts'],
  ['a room nobody ordered', "\nimport '../attic/a.js'\n", 'documents/attic is not in the room order'],
  ['another package by its path', "\nimport '../../../proofs/src/index.js'\n", 'by their name'],
  ['the own package by its name', "\nimport '@testamur/documents/contexts'\n", 'imports itself'],
  ['a package that is no dependency', "\nimport type { A } from '@a/b/c'\n", '@a/b is not among the dependencies'],
])('a broken arrow: %s', (_, text, reason) => {
  const errors = errorsOf({ 'packages/documents/src/json/wrong.ts': text })
  expect(errors).toEqual([expect.stringContaining(reason)])
  expect(errors[0]).toMatch(/^packages\/documents\/src\/json\/wrong\.ts:2: /)
})

test('dependencies, peers, #platform and Node itself are imported', () => {
  const text = "import 'node:fs'\nimport '#platform'\nimport 'jose/jwt'\nimport type { X } from '@x/y'\n"
  const proofs = { ...manifest('@testamur/proofs', ['jose']), peerDependencies: { '@x/y': '1.0.0' } }
  expect(errorsOf({ 'packages/proofs/package.json': proofs, 'packages/proofs/src/dids/index.ts': text })).toEqual([])
})

test('siblings do not import each other', () => {
  expect(
    errorsOf({
      'packages/proofs/package.json': manifest('@testamur/proofs'),
      'packages/proofs/src/dids/index.ts': "import '../key-stores/index.js'\nimport '../keys/index.js'\n",
    }),
  ).toEqual([expect.stringContaining('dids ─► key-stores')])
})

test('comments and tests may name anything', () => {
  expect(
    errorsOf({
      'packages/documents/src/json/a.ts': "// import '../contexts/b.js'\n",
      'packages/documents/src/json/a.test.ts': "import '../contexts/b.js'\n",
    }),
  ).toEqual([])
})

test.each(['packages/documents/src/json/utils.ts', 'packages/documents/test/helpers/a.ts', 'scripts/string-utils.mjs'])(
  'the vague name %s',
  (file) => {
    expect(errorsOf({ [file]: '' })).toEqual([`${file}: name it for what it holds`])
  },
)

test('a file that is too long; generated files may be', () => {
  expect(errorsOf({ 'packages/documents/src/json/long.ts': '\n'.repeat(401) })).toHaveLength(1)
  expect(errorsOf({ 'packages/documents/src/json/long.ts': '\n'.repeat(400) })).toEqual([])
  expect(
    errorsOf({
      '.gitignore': 'packages/*/src/**/generated/\n',
      'packages/documents/src/json/generated/a.ts': '\n'.repeat(999),
    }),
  ).toEqual([])
})
