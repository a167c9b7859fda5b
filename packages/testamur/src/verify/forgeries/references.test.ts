import { createHash } from 'node:crypto'
import { identityObject } from '@testamur/credentials'
import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { course, learner, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'
import type { VerifyOptions } from '../options.js'

// What a credential refers to outside itself: a person, documents, schemas.

let university: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
})

const badge = (members: JsonObject = {}): Promise<JsonObject> => signed(course(university.id, 1, members), university)

describe('a credential of somebody else', () => {
  const identifier = (address: string, salt: string): JsonObject => ({
    ...identityObject({ identityType: 'emailAddress', identity: address, salt }),
  })

  it('is refused to who shows it', async () => {
    const refused = ['rejected', 'recipient failed: recipient-differs /credentialSubject']
    const other = 'urn:uuid:99999999-55a5-4f0a-8e9f-0c7f5b9d7c11'
    expect(await verdictOn(await badge(), { recipient: { id: learner } })).toEqual(['verified'])
    expect(await verdictOn(await badge(), { recipient: { id: other } })).toEqual(refused)
    await expect(verdictOn(await badge(), { recipient: {} })).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('is refused by a hashed identifier, and one hash more does not help', async () => {
    const subject = course(university.id, 1)['credentialSubject'] as JsonObject
    const { id: _, ...nameless } = subject
    const hers = await badge({
      credentialSubject: { ...nameless, identifier: [identifier('ada@uni.example', 'salt')] },
    })
    const shownBy = (emailAddress: string): VerifyOptions => ({ recipient: { identifiers: { emailAddress } } })
    const refused = ['rejected', 'recipient failed: recipient-differs /credentialSubject']
    expect(await verdictOn(hers, shownBy('ada@uni.example'))).toEqual(['verified'])
    expect(await verdictOn(hers, shownBy('eve@uni.example'))).toEqual(refused)
    const [{ identityHash } = {}] = (hers['credentialSubject'] as { identifier: JsonObject[] }).identifier
    expect(await verdictOn(hers, shownBy(String(identityHash)))).toEqual(refused)
    expect(await verdictOn(hers, { recipient: { identifiers: { toString: 'ada@uni.example' } } })).toEqual(refused)
  })

  it('is refused when it is about several people, of whom the one who shows it is one', async () => {
    const subject = course(university.id, 1)['credentialSubject'] as JsonObject
    const both = [subject, { ...subject, id: 'urn:uuid:99999999-55a5-4f0a-8e9f-0c7f5b9d7c11' }]
    const verdict = await verdictOn(await badge({ credentialSubject: both }), {
      recipient: { id: learner },
      schema: 'warn',
    })
    expect(verdict).toContain('recipient failed: recipient-differs /credentialSubject')
  })
})

describe('a related resource', () => {
  const id = 'https://uni.example/syllabus.pdf'
  const bytes = new TextEncoder().encode('Limits, derivatives, integrals')
  const digest = (content: Uint8Array): string => `sha384-${createHash('sha384').update(content).digest('base64')}`
  const referring = (): Promise<JsonObject> => badge({ relatedResource: [{ id, digestSRI: digest(bytes) }] })
  const options = (content: Uint8Array): VerifyOptions => ({ documents: { [id]: content } })

  it('is what the issuer referred to', async () => {
    expect(await verdictOn(await referring(), options(bytes))).toEqual(['verified'])
  })

  it('is refused when it is another document', async () => {
    const other = new TextEncoder().encode('Nothing')
    expect(await verdictOn(await referring(), options(other))).toEqual([
      'rejected',
      'rules failed: related-resource-differs /relatedResource/0',
    ])
  })

  it('is not fetched, and the report says that nobody compared it', async () => {
    const servers = web({ [id]: bytes })
    expect(await warningsOn(await referring(), { fetch: servers.fetch })).toEqual([
      'verified',
      'related-resource-unchecked /relatedResource/0',
    ])
    expect(servers.asked).toEqual([])
  })
})

describe('a schema of a stranger', () => {
  const id = 'https://evil.example/schema.json'
  const withSchema = (): Promise<JsonObject> => badge({ credentialSchema: [{ id, type: 'JsonSchema' }] })

  it('is neither fetched nor compiled: what it would say cannot be told', async () => {
    const servers = web({ [id]: { pattern: '(a+)+$' } })
    expect(await verdictOn(await withSchema(), { fetch: servers.fetch })).toEqual([
      'undetermined',
      'schema undetermined: schema-unknown /credentialSchema/0',
    ])
    expect(servers.asked).toEqual([])
  })

  it('counts when the caller knows it', async () => {
    const refusing = (): { pointer: string; message: string }[] => [{ pointer: '/name', message: 'Not a name.' }]
    expect(await verdictOn(await withSchema(), { schemaValidators: { [id]: () => [] } })).toEqual(['verified'])
    expect(await verdictOn(await withSchema(), { schemaValidators: { [id]: refusing } })).toEqual([
      'rejected',
      'schema failed: schema-invalid /name',
    ])
  })
})
