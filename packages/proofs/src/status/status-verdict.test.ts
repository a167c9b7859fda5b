import { expect, it } from 'vitest'
import type { BitstringStatusEntry } from './interface.js'
import { statusVerdict } from './status-verdict.js'

const verdict = (value: number, purpose: string, messages: readonly [number, string][] = []): unknown => {
  const entry: BitstringStatusEntry = {
    kind: 'BitstringStatusListEntry',
    pointer: '/credentialStatus/1',
    listUrl: 'https://registrar.example.edu/status/3',
    purpose,
    index: 7,
    size: 2,
    messages: new Map(messages),
    references: [],
  }
  const { refusals, doubts, warnings } = statusVerdict(value, entry)
  for (const { pointer } of [...refusals, ...doubts, ...warnings]) expect(pointer).toBe('/credentialStatus/1')
  const codes = (problems: typeof refusals): string[] => problems.map(({ code }) => code)
  return [codes(refusals), codes(doubts), codes(warnings)]
}

it.each(['revocation', 'suspension', 'refresh', 'message', 'audit'])(
  'finds nothing in a %s that is not set',
  (purpose) => {
    expect(verdict(0, purpose)).toEqual([[], [], []])
  },
)

it.each([1, 2, 3])('judges the value %i by its purpose', (value) => {
  expect(verdict(value, 'revocation')).toEqual([['revoked'], [], []])
  expect(verdict(value, 'suspension')).toEqual([['suspended'], [], []])
  expect(verdict(value, 'refresh')).toEqual([[], [], ['status-set']])
  expect(verdict(value, 'message')).toEqual([[], [], ['status-set']])
  expect(verdict(value, 'audit')).toEqual([[], ['status-set'], []])
  expect(verdict(value, 'Revocation')).toEqual([[], ['status-set'], []])
})

it('tells what the issuer says about the value, also about 0 where it is a message', () => {
  expect(verdict(0, 'message', [[0, 'pending review']])).toEqual([[], [], ['status-set']])
  expect(verdict(0, 'revocation', [[0, 'fine']])).toEqual([[], [], []])
  const entry: BitstringStatusEntry = {
    kind: 'BitstringStatusListEntry',
    pointer: '',
    listUrl: 'https://registrar.example.edu/status/3',
    purpose: 'message',
    index: 7,
    size: 8,
    messages: new Map([
      [0x1f, 'on hold'],
      [2, 'x'.repeat(500)],
    ]),
    references: [],
  }
  expect(statusVerdict(0x1f, entry).warnings[0]?.detail).toBe(
    'The issuer tells the status 0x1f. The issuer’s words: “on hold”.',
  )
  expect(statusVerdict(2, entry).warnings[0]?.detail.length).toBeLessThan(300)
  expect(statusVerdict(3, entry).warnings[0]?.detail).toBe('The issuer tells the status 0x3.')
})
