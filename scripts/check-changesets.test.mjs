import { expect, test } from 'vitest'
import { checkChangesets } from './check-changesets.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const errorsOf = (changeset, files = {}) =>
  checkChangesets(
    temporaryWorkspace({
      '.changeset/config.json': { fixed: [['testamur', '@testamur/proofs']] },
      '.changeset/README.md': 'About this folder',
      'packages/proofs/package.json': { name: '@testamur/proofs', version: '0.1.0' },
      'packages/testamur/package.json': { name: 'testamur', version: '0.1.0' },
      'packages/conformance/package.json': { name: '@testamur/conformance', version: '0.0.0', private: true },
      ...(changeset === undefined ? {} : { '.changeset/a.md': changeset }),
      ...files,
    }),
  ).errors

test('a changeset', () => {
  expect(errorsOf('---\n"testamur": minor\n\'@testamur/proofs\': patch\n---\n\nWhat changed.\n')).toEqual([])
})

test.each([
  ['---\n"@testamur/gone": minor\n---\nText', '.changeset/a.md: ""@testamur/gone": minor" is no package and bump'],
  ['---\n"testamur": big\n---\nText', '.changeset/a.md: ""testamur": big" is no package and bump'],
  ['---\n"testamur": minor\n---\n', '.changeset/a.md: says nothing'],
  ['Text', '.changeset/a.md: starts with no header between ---'],
])('a broken one: %j', (changeset, error) => {
  expect(errorsOf(changeset)).toEqual([error])
})

test('no changeset: then there must be a changelog', () => {
  expect(errorsOf(undefined, { 'packages/testamur/CHANGELOG.md': '# 0.1.0' })).toEqual([
    '@testamur/proofs: no changeset and no CHANGELOG.md',
  ])
})

test('packages that do not move together', () => {
  const changeset = '---\n"testamur": minor\n---\nText'
  expect(errorsOf(changeset, { '.changeset/config.json': { fixed: [['testamur']] } })).toHaveLength(1)
  expect(errorsOf(changeset, { 'packages/testamur/package.json': { name: 'testamur', version: '0.2.0' } })).toEqual([
    'the packages have different versions',
  ])
})
