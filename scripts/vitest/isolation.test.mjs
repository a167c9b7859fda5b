import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFiles, root } from '../workspace.mjs'

test('what replaces modules is isolated, and nothing else', () => {
  const tests = repositoryFiles().filter((file) => /\.test\.(?:ts|mjs)$/.test(file))
  const replacing = tests.filter((file) => /\bvi\.(?:do)?mock\(/i.test(readFileSync(path.join(root, file), 'utf8')))
  expect(replacing).toEqual(tests.filter((file) => file.endsWith('.isolated.test.ts')))
  expect(replacing).not.toHaveLength(0)
})
