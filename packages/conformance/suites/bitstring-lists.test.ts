import { readdirSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { JsonObject, JsonValue } from '@testamur/documents'
import {
  type BitstringStatusEntry,
  type BitstringStatusList,
  decodeStatusList,
  parseStatusEntry,
  readStatus,
  statusVerdict,
} from '@testamur/proofs/status'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceJson, readReferenceText, referencePath } from '../reference.js'

interface EncodedList {
  readonly name: string
  readonly encodedList: string
  readonly bits: number
  readonly setBits: readonly number[]
  readonly meetsSpecMinimum131072?: boolean
}

const folder = ['vectors', 'bitstring-status-list'] as const
const listUrl = 'https://issuer.example/status/1'

async function decoded(credential: JsonObject): Promise<BitstringStatusList> {
  const result = await decodeStatusList(credential)
  if (!result.ok) throw new Error(`${result.problem.pointer}: ${result.problem.detail}`)
  return result.list
}

function entryOf(status: JsonValue): BitstringStatusEntry {
  const parsed = parseStatusEntry(status, '/credentialStatus')
  if (!parsed.ok) throw new Error(parsed.problem.detail)
  if (parsed.entry.kind === '1EdTechRevocationList') throw new Error('a list of ids')
  return parsed.entry
}

/** The bits as another inflater finds them, as text. */
const bitsOf = (encodedList: string): string =>
  Array.from(gunzipSync(Buffer.from(encodedList.replace(/^u/, ''), 'base64url')), (byte) =>
    byte.toString(2).padStart(8, '0'),
  ).join('')

const asArray = (value: JsonValue | undefined): JsonValue[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

describeWithReference('bitstring status list vectors', () => {
  describe.each([
    ['encoded-lists.json', 'BitstringStatusList', 'BitstringStatusListEntry'],
    ['statuslist2021-encoded-lists.json', 'StatusList2021', 'StatusList2021Entry'],
  ])('%s', (file, type, entryType) => {
    it.each(readReferenceJson<EncodedList[]>(...folder, file))('$name', async (vector) => {
      const list = await decoded({
        id: listUrl,
        type: ['VerifiableCredential', `${type}Credential`],
        credentialSubject: { type, statusPurpose: 'revocation', encodedList: vector.encodedList },
      })
      expect(list.bitLength).toBe(vector.bits)
      const set = Array.from({ length: vector.bits }, (_, index) => index).filter(
        (index) => list.valueAt(index, 1) === 1,
      )
      expect(set).toEqual(vector.setBits)
      const status = { type: entryType, statusPurpose: 'revocation', statusListCredential: listUrl }
      const read = readStatus(list, entryOf({ ...status, statusListIndex: '50000' }))
      expect(read).toMatchObject({ ok: true, value: vector.setBits.includes(50_000) ? 1 : 0 })
      const isShort = read.ok && read.warnings.some(({ code }) => code === 'status-list-short')
      expect(isShort).toBe(vector.bits < 131_072)
      expect(isShort).toBe(!(vector.meetsSpecMinimum131072 ?? false))
      expect(readStatus(list, entryOf({ ...status, statusListIndex: vector.bits }))).toMatchObject({
        problem: { code: 'status-index-range' },
      })
    })
  })

  const documents = readdirSync(referencePath(...folder))
    .filter((file) => /^(example|signed|statuslist2021-example)-/.test(file))
    .map((file) => [file, readReferenceJson<JsonObject>(...folder, file)] as const)
  const lists = documents.filter(([, document]) =>
    /^(Bitstring|StatusList2021)/.test(String(asArray(document['type'])[1])),
  )
  const credentials = documents.filter(([, document]) => document['credentialStatus'] !== undefined)

  it('are all lists or credentials with a status', () => {
    expect([lists.length, credentials.length, documents.length]).toEqual([4, 7, 11])
  })

  it.each(lists)('%s holds as many entries as the specification asks for, none set', async (_file, document) => {
    const list = await decoded(document)
    expect([list.bitLength, list.id, list.purposes]).toEqual([131_072, document['id'], ['revocation']])
    expect(list.valueAt(94_567, 1)).toBe(0)
  })

  it.each(credentials)('%s has entries that are read', (_file, document) => {
    const entries = asArray(document['credentialStatus']).map(entryOf)
    expect(entries.map(({ listUrl, index }) => [listUrl, index])).toEqual(
      asArray(document['credentialStatus']).map((status) => [
        (status as JsonObject)['statusListCredential'],
        Number((status as JsonObject)['statusListIndex']),
      ]),
    )
  })

  it('has an example whose values have messages', () => {
    const example = credentials.map(([, document]) => document['credentialStatus'] as JsonObject)
    const entry = entryOf(example.find((status) => status['statusSize'] === 2) ?? {})
    const details = [0, 1, 2, 3].map((value) => statusVerdict(value, entry).warnings[0]?.detail)
    expect(details[1]).toContain('“accepted”')
    expect(details[2]).toContain('“rejected”')
    expect(details[3]).not.toContain('“')
  })
})

interface Sample {
  readonly file: string
  readonly why: string
}

describeWithReference('status lists of the official samples', () => {
  const { entries, remoteDocuments } = readReferenceJson<{
    entries: Sample[]
    remoteDocuments: Record<string, { file: string }>
  }>('reference', 'examples', 'index.json')
  const remote = new Map(
    Object.entries(remoteDocuments).map(([url, { file }]) => [
      url,
      readReferenceJson<JsonObject>('reference', 'examples', ...file.split('/')),
    ]),
  )
  const isIntact = ([, document]: readonly [string, JsonObject]): boolean =>
    asArray(document['type']).includes('BitstringStatusListCredential') && !JSON.stringify(document).includes('CHANGED')
  const lists = [...remote].filter(isIntact)

  it.each(lists)('%s is read bit by bit as by another reader', async (_url, document) => {
    const list = await decoded(document)
    const bits = bitsOf(String((document['credentialSubject'] as JsonObject)['encodedList']))
    expect(list.bitLength).toBe(bits.length)
    const mine = Array.from({ length: list.bitLength }, (_, index) => list.valueAt(index, 1))
    expect(mine.join('')).toBe(bits)
  })

  it('without its type, or changed, is refused', async () => {
    for (const [name, pointer] of [
      ['missingBitStringType', '/type'],
      ['tampered', '/credentialSubject/encodedList'],
    ] as const) {
      const [, document] = [...remote].find(([url]) => url.endsWith(`/${name}`)) ?? ['', {}]
      const result = await decodeStatusList(document)
      expect(result).toMatchObject({ ok: false, problem: { code: 'status-list-malformed', pointer } })
    }
  })

  const samples = entries
    .filter(({ file }) => file.endsWith('.json'))
    .map((sample) => ({ ...sample, text: readReferenceText('reference', 'examples', sample.file) }))
    .filter(({ text }) => text.includes('statusListCredential'))
    .map((sample) => ({ ...sample, status: (JSON.parse(sample.text) as JsonObject)['credentialStatus'] }))
    .flatMap((sample) => asArray(sample.status).map((status) => ({ ...sample, entry: entryOf(status) })))
    .filter(({ entry }) => lists.some(([url]) => url === entry.listUrl))

  it('are referred to by 27 or more samples', () => {
    expect(samples.length).toBeGreaterThanOrEqual(27)
  })

  it.each(samples)('$file is revoked exactly when its origin says so', async ({ why, entry }) => {
    const read = readStatus(await decoded(remote.get(entry.listUrl) ?? {}), entry)
    const codes = read.ok ? statusVerdict(read.value, entry).refusals.map(({ code }) => code) : [read.problem.code]
    expect(codes).toEqual(/\brevoked\b|StatusListRevoked/i.test(why) ? ['revoked'] : [])
  })
})
