import { expect, test } from 'vitest'
import { frontDoorOf, groupsOf, subpathsAtFrontDoor } from './loaded-together.mjs'
import { publicPackagesOf } from './workspace.mjs'

test('packages come in by the main entry point, for what it has', () => {
  expect(subpathsAtFrontDoor('@testamur/credentials')).toEqual(['./validate'])
  expect(frontDoorOf('@testamur/credentials/validate')).toBe('@testamur/credentials')
  expect(frontDoorOf('@testamur/proofs/vc-jwt')).toBe('@testamur/proofs')
})

test.each([
  '@testamur/credentials',
  '@testamur/credentials/validate/schema', // starts without the rest
  '@testamur/documents/json',
  '@testamur/documents/fetch/node',
  '@testamur/proofs/key-stores',
  '@noble/hashes/sha2.js',
  'node:fs',
  './keys',
])('%s is imported as it is', (specifier) => {
  expect(frontDoorOf(specifier)).toBe(specifier)
})

test('what is named exists', () => {
  const packages = publicPackagesOf().filter(({ manifest }) => groupsOf(manifest.name).length > 0)
  expect(packages).toHaveLength(4)
  for (const { manifest } of packages) {
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(groupsOf(manifest.name).flat()))
  }
})
