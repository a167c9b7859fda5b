import { readFileSync } from 'node:fs'
import type { JsonObject } from '@testamur/documents'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { course, learner, now, record, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { issue } from '../issue/issue.js'
import { assertVerified } from './assert-verified.js'
import type { VerificationReport } from './interface.js'
import type { VerifyOptions } from './options.js'
import { checkIds } from './report.js'
import { verify } from './verify.js'

const schemaUrl = new URL('../../schema/verification-report.v1.schema.json', import.meta.url)
const isReport = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(schemaUrl, 'utf8')) as object)

/** Verifies offline, and holds every report against its published schema. */
async function judge(document: string | Uint8Array | object, options: VerifyOptions = {}): Promise<VerificationReport> {
  const report = await verify(document, { offline: true, now, ...options })
  expect(isReport(JSON.parse(JSON.stringify(report))), JSON.stringify(isReport.errors)).toBe(true)
  expect(report.checks.map(({ id }) => id)).toEqual(checkIds)
  return report
}

const outcomes = (report: VerificationReport): Record<string, string> =>
  Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome]))
const codes = (problems: readonly { code: string; pointer: string }[]): string[] =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`)

let university: TestIssuer
let college: TestIssuer
let clr: JsonObject

beforeAll(async () => {
  university = await testIssuer()
  college = await testIssuer()
  const transfer = await signed(course(college.id, 3), college)
  clr = await signed(record(university.id, [course(university.id, 1), course(university.id, 2), transfer]), university)
})

const tampered = (change: (document: JsonObject) => void, document: JsonObject = clr): JsonObject => {
  const copy = structuredClone(document)
  change(copy)
  return copy
}
const inner = (document: JsonObject, index: number): JsonObject =>
  ((document['credentialSubject'] as JsonObject)['verifiableCredential'] as JsonObject[])[index] as JsonObject
const at = (index: number): string => `/credentialSubject/verifiableCredential/${index}`

describe('verify', () => {
  it('verifies a record and every credential inside, whoever issued it', async () => {
    const report = await judge(clr)
    expect(report).toMatchObject({
      outcome: 'verified',
      verified: true,
      mediaType: 'application/vc',
      errors: [],
      warnings: [],
    })
    expect(report.credentials.map(({ pointer, outcome }) => [pointer, outcome])).toEqual(
      [0, 1, 2].map((index) => [at(index), 'verified']),
    )
    expect(report.credential).not.toHaveProperty('proof')
    expect(outcomes(report)).toEqual({
      parse: 'passed',
      context: 'passed',
      schema: 'passed',
      rules: 'passed',
      proof: 'passed',
      claims: 'not-applicable',
      issuer: 'passed',
      subject: 'not-applicable',
      status: 'not-applicable',
      'status-issuer': 'not-applicable',
      validity: 'passed',
      refresh: 'not-applicable',
      recipient: 'not-applicable',
    })
  })

  it('gives text, bytes and object the same report', async () => {
    const text = JSON.stringify(clr, null, 2)
    expect(await judge(text)).toEqual(await judge(clr))
    expect(await judge(new TextEncoder().encode(text))).toEqual(await judge(clr))
  })

  it('rejects a grade that was changed inside, and says where', async () => {
    const report = await judge(
      tampered((document) => {
        const subject = inner(document, 1)['credentialSubject'] as { result: JsonObject[] }
        ;(subject.result[0] as JsonObject)['value'] = 'B'
      }),
    )
    expect(report.outcome).toBe('rejected')
    expect(codes(report.errors)).toEqual(expect.arrayContaining([`signature-invalid ${at(1)}/proof`]))
    expect(report.credentials.map(({ outcome }) => outcome)).toEqual(['verified', 'rejected', 'verified'])
    expect(report.credentials[1]?.credential).toBeUndefined()
  })

  it('rejects an inner credential that lost its proof', async () => {
    const report = await judge(tampered((document) => void delete inner(document, 0)['proof']))
    expect(codes(report.errors)).toContain(`proof-missing ${at(0)}`)
    expect(report.outcome).toBe('rejected')
  })

  it('looks into credentials wherever they stand', async () => {
    const forged = inner(
      tampered((document) => void (inner(document, 0)['name'] = 'PhD in Physics')),
      0,
    )
    const carrier = await signed(record(university.id, [course(university.id, 1)], { evidence: [forged] }), university)
    const report = await judge(carrier)
    expect(report.credentials.map(({ pointer, outcome }) => [pointer, outcome])).toEqual([
      [at(0), 'verified'],
      ['/evidence/0', 'rejected'],
    ])
    expect(report.outcome).toBe('rejected')
  })

  it('rejects signed content under names where readers do not look', async () => {
    const dated = await signed(course(university.id, 1, { validUntil: '2026-05-18T00:00:00Z' }), university)
    const { validUntil, ...rest } = dated
    const hidden = await judge({ ...rest, 'https://www.w3.org/2018/credentials#validUntil': validUntil })
    expect(hidden.outcome).toBe('rejected')
    expect(codes(hidden.errors)[0]).toContain('term-expected')
    const context = [...(dated['@context'] as string[]), { lasts: 'https://www.w3.org/2018/credentials#validUntil' }]
    const renamed = await judge({ ...rest, '@context': context, lasts: validUntil })
    expect(codes(renamed.errors)[0]).toBe('context-inline-refused /@context/2/lasts')
  })

  it('rejects a document without proof, and one with an unfit proof', async () => {
    expect(codes((await judge(tampered((d) => void delete d['proof']))).errors)).toEqual(['proof-missing '])
    expect((await judge({ ...clr, proof: 'proof' })).outcome).toBe('rejected')
    expect(
      (await judge({ ...clr, proof: { ...(clr['proof'] as JsonObject), cryptosuite: 'eddsa-rdfc-2023' } })).outcome,
    ).toBe('rejected')
  })

  it('leaves a proof of a kind it does not support undetermined, unless a good one stands beside it', async () => {
    const { cryptosuite: _, ...members } = clr['proof'] as JsonObject
    const other = { ...members, type: 'JsonWebSignature2020' }
    const alone = await judge({ ...clr, proof: other })
    expect(alone.outcome).toBe('undetermined')
    const both = await judge({ ...clr, proof: [other, clr['proof'] as JsonObject] })
    expect(both.outcome).toBe('verified')
    expect(codes(both.warnings)).toEqual(['proof-unsupported /proof/0/type'])
  })

  it('rejects when one of several proofs is broken', async () => {
    const broken = { ...(clr['proof'] as JsonObject), created: '2026-01-01T00:00:00Z' }
    const report = await judge({ ...clr, proof: [clr['proof'] as JsonObject, broken] })
    expect(report.outcome).toBe('rejected')
    expect(codes(report.errors)).toEqual(['signature-invalid /proof/1'])
  })

  it('rejects a key that is not the issuer’s', async () => {
    const report = await judge({ ...clr, issuer: { ...(clr['issuer'] as JsonObject), id: college.id } })
    expect(outcomes(report)).toMatchObject({ issuer: 'failed' })
    expect(report.outcome).toBe('rejected')
    expect(report.credential).toBeUndefined()
  })

  it('rejects a self-asserted key unless the caller accepts it, with a warning', async () => {
    const selfAsserted = await signed(course('https://uni.example/issuer', 1), university)
    const report = await judge(selfAsserted)
    expect(outcomes(report)).toMatchObject({ proof: 'passed', issuer: 'failed' })
    expect(report.outcome).toBe('rejected')
    const accepted = await judge(selfAsserted, { acceptSelfAssertedKeys: true })
    expect(accepted.outcome).toBe('verified')
    expect(codes(accepted.warnings)).toEqual(['key-self-asserted /issuer'])
  })

  it('takes the key of a did:web issuer from its document, and cannot tell without', async () => {
    const did = 'did:web:registrar.example.edu'
    const method = `${did}#key-1`
    const badge = await signed(course(did, 1), {
      id: did,
      signer: { ...university.signer, verificationMethod: method },
    })
    const unobtainable = await judge(badge)
    expect(unobtainable.outcome).toBe('undetermined')
    expect(outcomes(unobtainable)).toMatchObject({ proof: 'undetermined', issuer: 'undetermined' })

    const didDocument = {
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: did,
      verificationMethod: [
        { id: method, type: 'Multikey', controller: did, publicKeyMultibase: university.id.replace('did:key:', '') },
      ],
      assertionMethod: [method],
    }
    const url = 'https://registrar.example.edu/.well-known/did.json'
    expect((await judge(badge, { documents: { [url]: didDocument } })).outcome).toBe('verified')
    const notForAssertion = { ...didDocument, assertionMethod: [] }
    expect((await judge(badge, { documents: { [url]: notForAssertion } })).outcome).toBe('rejected')
  })

  it('judges validity at the given time, and rejects dates it cannot read', async () => {
    const dated = await signed(course(university.id, 1, { validUntil: '2026-07-01T00:00:00Z' }), university)
    expect((await judge(dated)).outcome).toBe('verified')
    expect(codes((await judge(dated, { now: new Date('2026-07-01T00:00:01Z') })).errors)).toEqual([
      'expired /validUntil',
    ])
    expect(codes((await judge(dated, { now: new Date('2026-05-16T23:00:00Z') })).errors)).toEqual([
      'not-yet-valid /validFrom',
    ])
    expect((await judge(dated, { now: new Date('2026-05-16T23:58:00Z') })).outcome).toBe('verified')
    const vague = await signed(course(university.id, 1, { validFrom: '2026-05-17' }), university)
    expect(codes((await judge(vague)).errors)).toContain('date-malformed /validFrom')
  })

  it('does not call a credential fine whose status it did not read', async () => {
    const credentialStatus = {
      id: 'https://uni.example/status#1',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://uni.example/status',
    }
    const badge = await signed(course(university.id, 1, { credentialStatus }), university)
    const report = await judge(badge)
    expect(report.outcome).toBe('undetermined')
    expect(codes(report.errors)).toContain('status-unobtainable /credentialStatus')
  })

  it('verifies compact JWS, outside and inside a record', async () => {
    const jws = await issue(course(university.id, 2), { signer: university.signer, format: 'vc-jwt' })
    expect(await judge(jws)).toMatchObject({ outcome: 'verified', mediaType: 'application/vc+jwt' })
    expect((await judge(new TextEncoder().encode(`${jws}\n`))).outcome).toBe('verified')
    const report = await judge(await signed(record(university.id, [course(university.id, 1), jws]), university))
    expect(codes(report.errors)).toEqual([])
    expect(report.credentials[1]).toMatchObject({
      outcome: 'verified',
      pointer: at(1),
      mediaType: 'application/vc+jwt',
      credential: { name: 'Course 2' },
    })
    expect(report.outcome).toBe('verified')
    const [header = '', payload = ''] = jws.split('.')
    const forged = await judge(
      await signed(record(university.id, [`${header}.${payload}.${'A'.repeat(86)}`]), university),
    )
    expect(codes(forged.errors)).toContain(`signature-invalid ${at(0)}`)
  })

  it('lets an endorsement that expired only stop counting, and rejects a forged one', async () => {
    const endorsement = await signed(
      {
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        ],
        id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000ee',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        name: 'Accredited',
        issuer: { id: college.id, type: ['Profile'], name: 'Example Accreditor' },
        validFrom: '2025-01-01T00:00:00Z',
        validUntil: '2025-12-31T00:00:00Z',
        credentialSubject: {
          id: university.id,
          type: ['EndorsementSubject'],
          endorsementComment: 'Meets the standard.',
        },
      },
      college,
    )
    const badge = await signed(course(university.id, 1, { endorsement: [endorsement] }), university)
    const report = await judge(badge)
    expect(report.outcome).toBe('verified')
    expect(report.credentials[0]).toMatchObject({ outcome: 'rejected', pointer: '/endorsement/0' })
    expect(codes(report.warnings)).toEqual(
      expect.arrayContaining(['endorsement-not-counted /endorsement/0', 'expired /endorsement/0/validUntil']),
    )

    const forged = tampered(
      (document) => void ((document['endorsement'] as JsonObject[])[0] as JsonObject)['name'],
      badge,
    )
    ;((forged['endorsement'] as JsonObject[])[0] as JsonObject)['name'] = 'Excellent'
    expect((await judge(forged)).outcome).toBe('rejected')
  })

  it('warns when an inner credential may be about somebody else', async () => {
    const theirs = course(university.id, 2)
    ;(theirs['credentialSubject'] as JsonObject)['id'] = 'urn:uuid:99999999-55a5-4f0a-8e9f-0c7f5b9d7c11'
    const report = await judge(await signed(record(university.id, [course(university.id, 1), theirs]), university))
    expect(report.outcome).toBe('verified')
    expect(codes(report.warnings)).toEqual([`subject-differs ${at(1)}/credentialSubject`])
  })

  it('rejects what breaks the schema, or warns when asked to', async () => {
    const badge = course(university.id, 1)
    delete ((badge['credentialSubject'] as JsonObject)['achievement'] as JsonObject)['criteria']
    const document = await signed(badge, university)
    expect(outcomes(await judge(document))).toMatchObject({ schema: 'failed', proof: 'passed' })
    expect((await judge(document, { schema: 'warn' })).outcome).toBe('verified')
  })

  it('has no schema for other vocabularies, and reads version 1.1 of the data model by its own', async () => {
    const context = 'https://www.w3.org/ns/credentials/v2'
    const other = {
      '@context': [context],
      type: ['VerifiableCredential'],
      issuer: university.id,
      credentialSubject: { id: learner },
    }
    const report = await judge(await signed(other, university))
    expect(report.outcome).toBe('verified')
    expect(outcomes(report)).toMatchObject({ schema: 'not-applicable', rules: 'passed' })
    const older = {
      ...course(university.id, 1),
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://w3id.org/security/data-integrity/v2',
      ],
      issuanceDate: '2026-05-17T00:00:00Z',
    }
    delete (older as { validFrom?: unknown }).validFrom
    const named = { ...older, name: 'Course', issuer: { id: university.id, type: ['Profile'] } }
    expect((await judge(await signed(named, university))).outcome).toBe('verified')
    const nameless = await judge(await signed({ ...named, name: undefined }, university))
    expect(outcomes(nameless)).toMatchObject({ proof: 'passed', schema: 'failed' })
  })

  it('judges the envelope of a credential of any type', async () => {
    const other = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: university.id,
      credentialSubject: { id: learner },
      expirationDate: '2040-01-01T00:00:00Z',
    }
    const report = await verify({ ...other, proof: {} })
    expect(codes(report.errors)).toContain('rule-broken /expirationDate')
  })

  it('does not compile a stranger’s schema', async () => {
    const withSchema = (id: string): Promise<JsonObject> =>
      signed(
        course(university.id, 1, {
          '@context': [
            'https://www.w3.org/ns/credentials/v2',
            'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
            'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
          ],
          credentialSchema: [{ id, type: '1EdTechJsonSchemaValidator2019' }],
        }),
        university,
      )
    const official = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
    expect((await judge(await withSchema(official))).outcome).toBe('verified')
    const report = await judge(await withSchema('https://uni.example/schema.json'))
    expect(codes(report.errors)).toEqual(['schema-unknown /credentialSchema/0'])
    expect(report.outcome).toBe('undetermined')
  })

  it('bounds how many credentials it looks at and how deep', async () => {
    const many = await judge(clr, { limits: { maxInnerCredentials: 1 } })
    expect(codes(many.errors)).toEqual([`limit-exceeded ${at(1)}`])
    expect(many.outcome).toBe('undetermined')
    const deep = await judge(clr, { limits: { maxInnerDepth: 0 } })
    expect(deep.outcome).toBe('undetermined')
    const nested = '['.repeat(200) + ']'.repeat(200)
    const levels = await judge(`{"nested":${nested}}`, { limits: { maxDepth: Number.POSITIVE_INFINITY } })
    expect(levels.errors.map(({ code }) => code)).toContain('json-too-deep')
    const proofs = await judge({ ...clr, proof: Array.from({ length: 17 }, () => clr['proof']) })
    expect(codes(proofs.errors)).toEqual(['limit-exceeded /proof'])
  })

  it.each<[string, unknown]>([
    ['now', { now: new Date('no date') }],
    ['now', { now: () => new Date(Number.NaN) }],
    ['now', { now: '2026-06-01' }],
    ['documents', { documents: new Map() }],
    ['schema', { schema: 'wran' }],
    ['trustedStatusIssuers', { trustedStatusIssuers: 'did:example:a' }],
    ['recipient', { recipient: 'did:example:learner' }],
    ['recipient', { recipient: {} }],
    ['limits', { limits: null }],
    ['object itself', null],
    ['limits.maxBytes', { limits: { maxBytes: Number.NaN } }],
    ['limits.maxProofs', { limits: Object.create({ maxProofs: -1 }) }],
    ['signal', { signal: 5 }],
    ['signal', { signal: null }],
  ])('refuses an option %s that means nothing', async (name, options) => {
    await expect(verify(clr, options as VerifyOptions)).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
      message: expect.stringContaining(`The option ${name} `),
    })
  })

  it('judges by the options of the call, whatever becomes of them while it runs', async () => {
    const options = { now: new Date(now), offline: true }
    const report = verify(clr, options)
    options.now.setFullYear(2000)
    Object.assign(options, { recipient: { id: 'did:example:other' }, challenge: 'c', engine: 'none' })
    expect((await report).outcome).toBe('verified')
  })

  it('takes options that are inherited', async () => {
    const options = Object.create({ now, offline: true, challenge: 'c' }) as VerifyOptions
    expect(codes((await verify(clr, options)).errors)).toEqual(['presentation-expected '])
    const limits = Object.create({ maxInnerCredentials: 1 }) as VerifyOptions['limits']
    expect(codes((await judge(clr, { limits })).errors)).toEqual([`limit-exceeded ${at(1)}`])
  })

  it('takes bytes in an ArrayBuffer', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(clr))
    expect((await judge(bytes.buffer)).outcome).toBe('verified')
  })

  it('says once what several checks found in one place', async () => {
    const undefinedName = { ...clr, honours: 'first' }
    const { errors } = await judge(undefinedName)
    expect(codes(errors).filter((found) => found === 'term-undefined /honours')).toHaveLength(1)
  })

  it('narrows the type of a report that is verified', async () => {
    const report = await judge(clr)
    assertVerified(report)
    expect(report.credential['name']).toBe('Transcript')
  })

  it('leaves undetermined what a validator of the caller’s fails on', async () => {
    const credentialSchema = { id: 'https://uni.example/schema', type: 'JsonSchema' }
    const badge = await signed(course(university.id, 1, { credentialSchema }), university)
    const schemaValidators = {
      'https://uni.example/schema': () => {
        throw new TypeError('boom')
      },
    }
    const report = await verify(badge, { offline: true, now, schemaValidators })
    expect(codes(report.errors)).toEqual(['schema-unknown /credentialSchema'])
    const strict = () => [{ pointer: '/name', message: 'It must be short.' }]
    const refused = await verify(badge, {
      offline: true,
      now,
      schemaValidators: { 'https://uni.example/schema': strict },
    })
    expect(codes(refused.errors)).toEqual(['schema-invalid /name'])
    const fine = await verify(badge, {
      offline: true,
      now,
      schemaValidators: { 'https://uni.example/schema': () => [] },
    })
    expect(fine.errors).toEqual([])
  })

  it.each<[string, string | Uint8Array | object, ...string[]]>([
    ['a PDF file', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0xff), 'format-unknown'],
    ['a JPEG picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'format-unknown'],
    ['a web page', '<!doctype html><p>', 'format-unknown'],
    ['a web address', 'https://uni.example/badge', 'format-unknown'],
    ['nothing', '', 'json-empty'],
    ['text', 'hello', 'json-syntax'],
    ['a list', '[]', 'not-a-credential'],
    // Whatever it is, without a proof nobody vouches for it.
    ['another object', '{"a":1}', 'not-a-credential', 'proof-missing'],
    ['bytes of an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'json-encoding'],
    ['a member given twice', '{"type":["VerifiableCredential"],"type":[]}', 'json-duplicate-key'],
    ['an object that is not JSON', { type: ['VerifiableCredential'], validFrom: new Date() }, 'json-not-a-value'],
    ['deep nesting', `${'['.repeat(100_000)}`, 'json-too-deep'],
  ])('rejects %s', async (_name, input, ...expected) => {
    const report = await judge(input)
    expect(report.outcome).toBe('rejected')
    expect(report.errors.map((problem) => problem.code)).toEqual(expected)
  })
})
