import type { JsonObject, JsonValue } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { parseStatusEntry } from './parse-status-entry.js'

const entry = {
  id: 'https://registrar.example.edu/status/3#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://registrar.example.edu/status/3',
}
const parse = (members: JsonObject): ReturnType<typeof parseStatusEntry> =>
  parseStatusEntry({ ...entry, ...members }, '/credentialStatus/0')
const problemOf = (value: JsonValue): readonly [string, string] | undefined => {
  const parsed = parseStatusEntry(value, '/credentialStatus/0')
  return parsed.ok ? undefined : [parsed.problem.code, parsed.problem.pointer]
}

describe('a bitstring entry', () => {
  it('is read', () => {
    expect(parse({})).toEqual({
      ok: true,
      entry: {
        kind: 'BitstringStatusListEntry',
        pointer: '/credentialStatus/0',
        listUrl: 'https://registrar.example.edu/status/3',
        purpose: 'revocation',
        index: 7,
        size: 1,
        messages: new Map(),
        references: [],
      },
    })
  })

  it.each<[string, JsonObject, object]>([
    ['a type in a list', { type: ['BitstringStatusListEntry'] }, { kind: 'BitstringStatusListEntry' }],
    ['the kind of 2021', { type: 'StatusList2021Entry' }, { kind: 'StatusList2021Entry' }],
    ['an index as a number', { statusListIndex: 0 }, { index: 0 }],
    [
      'a fragment, which is not fetched',
      { statusListCredential: 'https://a.example/l#7' },
      { listUrl: 'https://a.example/l' },
    ],
    [
      'a URL of http, for the guarded fetch to refuse',
      { statusListCredential: 'http://a.example/l' },
      { listUrl: 'http://a.example/l' },
    ],
    ['references', { statusReference: 'https://a.example/codes' }, { references: ['https://a.example/codes'] }],
    [
      'several bits, not every value of which has a message',
      {
        statusSize: 2,
        statusMessage: [
          { status: '0x0', message: 'pending' },
          { status: '0X2', message: 'rejected' },
        ],
      },
      {
        size: 2,
        messages: new Map([
          [0, 'pending'],
          [2, 'rejected'],
        ]),
      },
    ],
    [
      'messages for one bit',
      { statusMessage: [{ status: '0x1', message: 'set' }] },
      { messages: new Map([[1, 'set']]) },
    ],
  ])('is read with %s', (_name, members, expected) => {
    expect(parse(members)).toMatchObject({ ok: true, entry: expected })
  })

  it.each<[string, JsonObject]>([
    ['statusPurpose', { statusPurpose: undefined }],
    ['statusPurpose', { statusPurpose: '' }],
    ['statusPurpose', { statusPurpose: ['revocation'] }],
    ['statusListIndex', { statusListIndex: undefined }],
    ['statusListIndex', { statusListIndex: '-1' }],
    ['statusListIndex', { statusListIndex: '0x10' }],
    ['statusListIndex', { statusListIndex: ' 7' }],
    ['statusListIndex', { statusListIndex: '' }],
    ['statusListIndex', { statusListIndex: 1.5 }],
    ['statusListIndex', { statusListIndex: -1 }],
    ['statusListIndex', { statusListIndex: '99999999999999999999' }],
    ['statusListCredential', { statusListCredential: undefined }],
    ['statusListCredential', { statusListCredential: 'status/3' }],
    ['statusListCredential', { statusListCredential: 'data:application/json,{}' }],
    ['statusListCredential', { statusListCredential: 'https://' }],
    ['statusSize', { statusSize: 0 }],
    ['statusSize', { statusSize: 33 }],
    ['statusSize', { statusSize: '2' }],
    ['statusMessage', { statusSize: 2 }],
    ['statusMessage', { statusMessage: 'set' }],
    ['statusMessage/0', { statusMessage: [{ status: '1', message: 'set' }] }],
    ['statusMessage/0', { statusMessage: [{ status: '0x1' }] }],
    ['statusMessage/0', { statusMessage: ['0x1'] }],
    [
      'statusMessage/1',
      {
        statusMessage: [
          { status: '0x1', message: 'set' },
          { status: '0x01', message: 'unset' },
        ],
      },
    ],
    ['statusReference', { statusReference: [1] }],
  ])('is malformed at %s with %j', (member, members) => {
    expect(problemOf({ ...entry, ...members })).toEqual(['status-entry-malformed', `/credentialStatus/0/${member}`])
  })
})

describe('a 1EdTech entry', () => {
  it('is read', () => {
    const id = 'https://registrar.example.edu/revocations'
    expect(parseStatusEntry({ type: '1EdTechRevocationList', id }, '/credentialStatus')).toEqual({
      ok: true,
      entry: { kind: '1EdTechRevocationList', pointer: '/credentialStatus', listUrl: id },
    })
  })

  it('needs its address', () => {
    expect(problemOf({ type: '1EdTechRevocationList' })).toEqual(['status-entry-malformed', '/credentialStatus/0/id'])
  })
})

it.each<[JsonValue]>([[{}], [{ type: 'RevocationList2020Status' }], [{ type: [] }], [{ type: 7 }]])(
  'does not know the kind of %j',
  (value) => {
    expect(problemOf(value)).toEqual(['status-type-unknown', '/credentialStatus/0/type'])
  },
)

it.each<[JsonValue, string]>([
  [{ kind: 'revocation' }, 'is none that is a word;'],
  [['a', { b: 1 }, 'c'], 'is a, c;'],
  ['\u001b'.repeat(300), `is ${'�'.repeat(80)}…;`],
])('shows of the type %j only words', (type, words) => {
  const parsed = parseStatusEntry({ type }, '/credentialStatus')
  expect(!parsed.ok && parsed.problem.detail).toContain(words)
})

it.each<[JsonValue]>([['https://a.example/status'], [null], [[entry]]])('refuses %j', (value) => {
  expect(problemOf(value)).toEqual(['status-entry-malformed', '/credentialStatus/0'])
})

it('refuses an entry of two kinds', () => {
  const type = ['StatusList2021Entry', 'BitstringStatusListEntry']
  expect(problemOf({ ...entry, type })).toEqual(['status-entry-malformed', '/credentialStatus/0/type'])
})
