import type { JsonObject, JsonValue } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { readRevocationList } from './read-revocation-list.js'

const listUrl = 'https://registrar.example.edu/revocations'
const issuer = 'https://registrar.example.edu'
const id = 'urn:uuid:0f1c'

function verdict(list: JsonObject, credentialId: JsonValue | undefined = id): readonly string[] {
  const entry = { kind: '1EdTechRevocationList', pointer: '/credentialStatus', listUrl } as const
  const { refusals, doubts, warnings } = readRevocationList(list, { credentialId, entry })
  for (const { pointer } of [...refusals, ...doubts, ...warnings]) expect(pointer).toBe('/credentialStatus')
  return [
    ...refusals.map(({ code }) => `refusal ${code}`),
    ...doubts.map(({ code }) => `doubt ${code}`),
    ...warnings.map(({ code }) => `warning ${code}`),
  ]
}

describe.each(['revokedCredential', 'revokedCredentials'])('a list that spells its member %s', (member) => {
  const listOf = (...items: JsonValue[]): JsonObject => ({ id: listUrl, issuer, [member]: items })

  it.each<[JsonValue]>([
    [id],
    [{ id }],
    [{ id, revoked: true }],
    [{ id, revoked: null }],
    [{ id, revoked: 'false' }],
    [{ id: ' urn:uuid:0f1c\n' }],
    [{ id: 'urn%3Auuid%3a0f1c' }],
  ])('revokes by %j', (item) => {
    expect(verdict(listOf('urn:uuid:other', item))).toEqual(['refusal revoked'])
  })

  it.each<[JsonValue]>([['urn:uuid:other'], [{ id, revoked: false }], [{ id: 'urn:uuid:0F1C' }], [{ id: `${id}2` }]])(
    'does not revoke by %j',
    (item) => {
      expect(verdict(listOf(item))).toEqual([])
    },
  )

  it('revokes when any of several items does', () => {
    expect(verdict(listOf({ id, revoked: false }, { id }))).toEqual(['refusal revoked'])
  })

  it('leaves a doubt when an item cannot be read, unless another one revokes', () => {
    for (const item of [7, null, {}, { id: 7 }, [id]]) {
      expect(verdict(listOf('urn:uuid:other', item))).toEqual(['doubt status-list-malformed'])
      expect(verdict(listOf(item, id))).toEqual(['refusal revoked'])
    }
  })
})

it('reads both spellings in one list, and one item alone', () => {
  expect(verdict({ revokedCredential: ['urn:uuid:other'], revokedCredentials: id })).toEqual(['refusal revoked'])
})

it('accepts an empty list, and nothing else that names no credential', () => {
  expect(verdict({ revokedCredential: [] })).toEqual([])
  expect(verdict({ id: listUrl, issuer })).toEqual([])
  for (const other of [{}, { id: listUrl }, { issuer }, { error: 'not found' }, { revoked: [id] }]) {
    expect(verdict(other)).toEqual(['doubt status-list-malformed'])
  }
})

it('cannot look up a credential without an id', () => {
  for (const credentialId of [undefined, '', ' ', 7, { id }]) {
    const entry = { kind: '1EdTechRevocationList', pointer: '/credentialStatus', listUrl } as const
    const { refusals, doubts } = readRevocationList({ revokedCredential: [] }, { credentialId, entry })
    expect([refusals.length, doubts.map(({ code }) => code)]).toEqual([0, ['status-id-missing']])
  }
})

it('compares ids that hold broken escapes as they stand', () => {
  expect(verdict({ revokedCredential: ['urn:x:%zz%ff'] }, 'urn:x:%zz%ff')).toEqual(['refusal revoked'])
  expect(verdict({ revokedCredential: ['urn:x:%C3%A9'] }, 'urn:x:é')).toEqual(['refusal revoked'])
})

it('warns of a list with another id', () => {
  const elsewhere = 'https://registrar.example.edu/old'
  expect(verdict({ id: elsewhere, revokedCredential: [] })).toEqual(['warning status-list-id'])
  expect(verdict({ id: elsewhere, revokedCredential: [id] })).toEqual(['refusal revoked', 'warning status-list-id'])
})

it('quotes the reason, cut to size', () => {
  const entry = { kind: '1EdTechRevocationList', pointer: '', listUrl } as const
  const detailFor = (revocationReason: JsonValue): string | undefined =>
    readRevocationList({ revokedCredential: [{ id, revocationReason }] }, { credentialId: id, entry }).refusals[0]
      ?.detail
  expect(detailFor('Issued in error')).toContain('“Issued in error”')
  expect(detailFor('x'.repeat(500))?.length).toBeLessThan(300)
  expect(detailFor(7)).not.toContain('7')
})
