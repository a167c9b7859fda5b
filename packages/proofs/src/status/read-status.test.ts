import { gzipSync } from 'node:zlib'
import type { JsonObject } from '@testamur/documents'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeStatusList } from './decode-status-list.js'
import type { BitstringStatusEntry, BitstringStatusList, ReadStatusResult } from './interface.js'
import { readBitstring, readStatus } from './read-status.js'

const url = 'https://registrar.example.edu/status/3'
const entryAt = (index: number, members: Partial<BitstringStatusEntry> = {}): BitstringStatusEntry => ({
  kind: 'BitstringStatusListEntry',
  pointer: '/credentialStatus',
  listUrl: url,
  purpose: 'revocation',
  index,
  size: 1,
  messages: new Map(),
  references: [],
  ...members,
})
const pack = (bytes: Uint8Array): string => `u${gzipSync(bytes).toString('base64url')}`
const fullLength = 131_072 / 8

function listWith(bytes: Uint8Array, subject: JsonObject = {}, members: JsonObject = {}): JsonObject {
  return {
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: {
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: pack(bytes),
      ...subject,
    },
    ...members,
  }
}
async function decoded(list: JsonObject): Promise<BitstringStatusList> {
  const result = await decodeStatusList(list)
  if (!result.ok) throw new Error(result.problem.detail)
  return result.list
}
const codeOf = (result: ReadStatusResult): string | undefined => (result.ok ? undefined : result.problem.code)

describe('the value', () => {
  it('of index 0 is the highest bit of the first byte', async () => {
    const bytes = new Uint8Array(fullLength)
    bytes[0] = 0b1000_0001
    bytes[fullLength - 1] = 0b0000_0001
    const { valueAt } = await decoded(listWith(bytes))
    expect([0, 1, 6, 7, 8, 131_071].map((index) => valueAt(index, 1))).toEqual([1, 0, 0, 1, 0, 1])
  })

  it('of several bits stands at index × size, highest bit first, over the end of a byte', async () => {
    const { valueAt } = await decoded(listWith(Uint8Array.of(0b110_100_01, 0b0_111_0000)))
    expect([0, 1, 2, 3].map((index) => valueAt(index, 3))).toEqual([6, 4, 2, 7])
    expect([0, 1, 2, 3].map((index) => valueAt(index, 4))).toEqual([13, 1, 7, 0])
    const { valueAt: valueOfWords } = await decoded(listWith(Uint8Array.of(0xff, 0xff, 0xff, 0xfe)))
    expect(valueOfWords(0, 32)).toBe(0xfffffffe)
  })

  it('does not exist beyond the end, also for a part of it', async () => {
    const { valueAt } = await decoded(listWith(Uint8Array.of(0xff, 0xff)))
    expect([valueAt(15, 1), valueAt(16, 1), valueAt(4, 3), valueAt(5, 3), valueAt(2 ** 53 - 1, 32)]).toEqual([
      1,
      undefined,
      7,
      undefined,
      undefined,
    ])
  })

  it('is what a text of all bits says', async () => {
    const arbitrary = fc.tuple(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 32 }),
      fc.nat(330),
    )
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([bytes, size, index]) => {
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
        const part = bits.slice(index * size, (index + 1) * size)
        const { valueAt } = await decoded(listWith(bytes))
        expect(valueAt(index, size)).toBe(part.length < size ? undefined : Number.parseInt(part, 2))
      }),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
    )
  })
})

describe('a list is read', () => {
  const bytes = new Uint8Array(fullLength).fill(0x01)

  it.each<[string, JsonObject, JsonObject]>([
    ['with the multibase prefix', {}, {}],
    ['without it', { encodedList: pack(bytes).slice(1) }, {}],
    ['as padded base64 of the other alphabet', { encodedList: gzipSync(bytes).toString('base64') }, {}],
    ['for several purposes', { statusPurpose: ['suspension', 'revocation'] }, {}],
    ['of 2021', { type: 'StatusList2021' }, { type: ['VerifiableCredential', 'StatusList2021Credential'] }],
    ['with a single type', {}, { type: 'BitstringStatusListCredential' }],
    ['without an id', {}, { id: undefined }],
    ['with a fragment behind its id', {}, { id: `${url}#list` }],
  ])('%s', async (_name, subject, members) => {
    const result = await readBitstring(listWith(bytes, subject, members), entryAt(7))
    expect(result).toEqual({ ok: true, value: 1, warnings: [] })
  })

  it('with its time to live', async () => {
    expect((await decoded(listWith(bytes, { ttl: 300_000 }))).ttlMs).toBe(300_000)
    for (const ttl of [undefined, '300000', -1]) expect((await decoded(listWith(bytes, { ttl }))).ttlMs).toBeUndefined()
  })

  it('once for many entries', async () => {
    const list = await decoded(listWith(bytes))
    expect(readStatus(list, entryAt(7))).toMatchObject({ value: 1 })
    expect(readStatus(list, entryAt(8))).toMatchObject({ value: 0 })
  })
})

describe('a list is refused', () => {
  const bytes = new Uint8Array(fullLength)

  it.each<[string, string, JsonObject, JsonObject]>([
    ['of another type', '/type', {}, { type: ['VerifiableCredential'] }],
    ['without a subject', '/credentialSubject', {}, { credentialSubject: undefined }],
    ['with two subjects', '/credentialSubject', {}, { credentialSubject: [{}, {}] }],
    ['whose subject is none', '/credentialSubject', { type: 'AchievementSubject' }, {}],
    ['without a purpose', '/credentialSubject/statusPurpose', { statusPurpose: undefined }, {}],
    ['with a purpose that is no word', '/credentialSubject/statusPurpose', { statusPurpose: ['revocation', 1] }, {}],
    ['without bits', '/credentialSubject/encodedList', { encodedList: undefined }, {}],
    ['with empty bits', '/credentialSubject/encodedList', { encodedList: '' }, {}],
    ['in another base', '/credentialSubject/encodedList', { encodedList: 'zHHHH' }, {}],
    ['in no base', '/credentialSubject/encodedList', { encodedList: 'uH4sI AAA' }, {}],
    ['that is not compressed', '/credentialSubject/encodedList', { encodedList: 'uAAAAAAAA' }, {}],
    ['that is cut off', '/credentialSubject/encodedList', { encodedList: pack(bytes).slice(0, -4) }, {}],
  ])('%s', async (_name, pointer, subject, members) => {
    const result = await readBitstring(listWith(bytes, subject, members), entryAt(7))
    expect(result).toMatchObject({ ok: false, problem: { code: 'status-list-malformed', pointer } })
  })

  it('that unpacks to too much', async () => {
    const bomb = listWith(new Uint8Array(2 ** 22))
    expect(codeOf(await readBitstring(bomb, entryAt(7), { maxBytes: 2 ** 20 }))).toBe('status-list-too-large')
    expect(codeOf(await readBitstring(bomb, entryAt(7), { maxBytes: 2 ** 22 }))).toBeUndefined()
    expect(codeOf(await readBitstring(listWith(new Uint8Array(2 ** 24 + 1)), entryAt(7)))).toBe('status-list-too-large')
  })

  it('for another purpose', async () => {
    const result = await readBitstring(listWith(bytes), entryAt(7, { purpose: 'suspension' }))
    expect(result).toMatchObject({ ok: false, problem: { code: 'status-list-purpose', pointer: '/credentialStatus' } })
  })

  it('that ends before the entry', async () => {
    expect(codeOf(await readBitstring(listWith(bytes), entryAt(131_071)))).toBeUndefined()
    expect(codeOf(await readBitstring(listWith(bytes), entryAt(131_072)))).toBe('status-index-range')
    expect(codeOf(await readBitstring(listWith(bytes), entryAt(65_536, { size: 2 })))).toBe('status-index-range')
  })
})

describe('a warning tells of a list', () => {
  const warningsOf = async (list: JsonObject, entry: BitstringStatusEntry): Promise<readonly string[]> => {
    const result = await readBitstring(list, entry)
    return result.ok ? result.warnings.map(({ code }) => code) : [result.problem.code]
  }

  it('with fewer than 131,072 entries', async () => {
    expect(await warningsOf(listWith(new Uint8Array(fullLength - 1)), entryAt(7))).toEqual(['status-list-short'])
    expect(await warningsOf(listWith(new Uint8Array(fullLength)), entryAt(7, { size: 2 }))).toEqual([
      'status-list-short',
    ])
    expect(await warningsOf(listWith(new Uint8Array(2 * fullLength)), entryAt(7, { size: 2 }))).toEqual([])
  })

  it('with another id', async () => {
    const list = listWith(new Uint8Array(fullLength), {}, { id: 'https://registrar.example.edu/status/4' })
    expect(await warningsOf(list, entryAt(7))).toEqual(['status-list-id'])
  })
})
