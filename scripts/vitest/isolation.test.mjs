import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFiles, root } from '../workspace.mjs'

const files = repositoryFiles().filter((file) => /^(?:packages|examples|scripts)\/.*\.(?:ts|mjs)$/.test(file))
const isolated = files.filter((file) => file.endsWith('.isolated.test.ts'))
const replacesModules = /\b(?:vi|vitest)\s*\.\s*(?:(?:do)?mock\s*[<(]|resetModules\s*\()/i

test('what replaces modules is isolated, and nothing else', () => {
  const replacing = files.filter((file) => replacesModules.test(readFileSync(path.join(root, file), 'utf8')))
  expect(replacing).toEqual(isolated)
  expect(isolated).not.toHaveLength(0)
})

test('property tests are found by their names', () => {
  expect(isolated.filter((file) => file.includes('property'))).toEqual([])
})
