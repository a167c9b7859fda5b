import path from 'node:path'
import { expect, test } from 'vitest'
import { count } from './gate.mjs'
import { temporaryWorkspace } from './temporary-workspace.mjs'

const countOf = (testResults, exitCode = 0) =>
  count(path.join(temporaryWorkspace({ 'report.json': { testResults } }), 'report.json'), exitCode)
const file = (status, ...tests) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([outcome, ...titles]) => ({
    status: outcome,
    ancestorTitles: titles.slice(0, -1),
    title: titles.at(-1),
  })),
})

test('every test counts one, and skips are named by their suite', () => {
  const vectors = file(
    'passed',
    ['passed', 'A', 'a'],
    ['skipped', 'W3C vectors', 'in', 'a'],
    ['todo', 'W3C vectors', 'b'],
  )
  const outcome = countOf([vectors, file('failed', ['failed', 'x'], ['passed', 'y'])], 1)
  expect(outcome).toMatchObject({
    passed: 2,
    failed: 1,
    skips: [{ name: expect.stringMatching(/a\.test\.ts > W3C/), count: 2 }],
  })
})

test('a file that cannot be read counts one', () => {
  expect(countOf([file('failed'), file('passed', ['passed', 'x'])], 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('an error outside every test counts one', () => {
  expect(countOf([file('passed', ['passed', 'x'])], 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('a run without a report counts one', () => {
  expect(count(path.join(temporaryWorkspace({}), 'report.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})
