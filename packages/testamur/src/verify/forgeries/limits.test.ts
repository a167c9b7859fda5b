import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../../test/issuers.js'
import { course, now, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { statusEntry, statusUrl } from '../../../test/status-lists.js'
import { verdictOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'
import { verify } from '../verify.js'

let university: TestIssuer
let badge: JsonObject

beforeAll(async () => {
  university = await testIssuer()
  badge = await signed(course(university.id, 1), university)
})

describe('a crowd of credentials', () => {
  it('is looked at up to the limit, and what goes beyond leaves everything undetermined', async () => {
    const inner = await Promise.all([1, 2, 3, 4].map((number) => signed(course(university.id, number), university)))
    const clr = await signed(record(university.id, inner), university)
    expect(await verdictOn(clr, { limits: { maxInnerCredentials: 4 } })).toEqual(['verified'])
    expect(await verdictOn(clr, { limits: { maxInnerCredentials: 3 } })).toEqual([
      'undetermined',
      'parse undetermined: limit-exceeded /credentialSubject/verifiableCredential/3',
    ])
  })

  it('of more than 10,000 is not looked at to its end', async () => {
    const many = { ...badge, endorsement: Array.from({ length: 10_002 }, () => 'a.b.c') }
    const report = await verify(many, { offline: true, now, schema: 'warn' })
    expect(report.outcome).toBe('rejected')
    expect(report.credentials).toHaveLength(10_001)
    expect(report.credentials.at(-1)?.checks[0]).toMatchObject({
      outcome: 'undetermined',
      problem: { code: 'limit-exceeded', pointer: '/endorsement/10000' },
    })
  })

  it('counts at all depths together', async () => {
    const clr = await signed(record(university.id, [course(university.id, 1), course(university.id, 2)]), university)
    const other = { ...record(university.id, [clr]), id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000bb' }
    const outer = await signed(other, university)
    expect(await verdictOn(outer, { limits: { maxInnerCredentials: 3 } })).toEqual(['verified'])
    expect((await verdictOn(outer, { limits: { maxInnerCredentials: 2 } }))[1]).toBe(
      'parse undetermined: limit-exceeded /credentialSubject/verifiableCredential/0/credentialSubject/verifiableCredential/1',
    )
  })

  it('inside one another is looked at down to the limit', async () => {
    let document = badge
    for (const depth of [1, 2, 3]) {
      const id = `urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000b${depth}`
      document = await signed({ ...record(university.id, [document]), id }, university)
    }
    expect(await verdictOn(document, { limits: { maxInnerDepth: 3 } })).toEqual(['verified'])
    const inner = '/credentialSubject/verifiableCredential/0'
    expect(await verdictOn(document, { limits: { maxInnerDepth: 2 } })).toEqual([
      'undetermined',
      `parse undetermined: limit-exceeded ${inner}${inner}${inner}`,
    ])
  })
})

describe('text', () => {
  it('of too many bytes is not read, as text, as bytes, or as a token', async () => {
    const text = JSON.stringify(badge)
    const limits = { maxBytes: 1000 }
    expect(await verdictOn(text, { limits })).toEqual(['rejected', 'parse failed: json-too-large '])
    expect(await verdictOn(new TextEncoder().encode(text), { limits })).toEqual([
      'rejected',
      'parse failed: json-too-large ',
    ])
    const [outcome, reason] = await verdictOn(`eyJ${'a'.repeat(1000)}.e30.AA`, { limits })
    expect([outcome, reason]).toEqual([
      'rejected',
      expect.stringMatching(/^parse failed: (json-too-large|jwt-malformed) $/),
    ])
  })

  it('that is nested too deeply is not followed', async () => {
    const deep = `${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`
    const [outcome, reason] = await verdictOn(deep)
    expect([outcome, reason?.split(' /')[0]]).toEqual(['rejected', 'parse failed: json-too-deep'])
    const text = JSON.stringify(badge).replace('{', `{"evidence":${deep},`)
    expect((await verdictOn(text))[1]?.split(' /')[0]).toBe('parse failed: json-too-deep')
  })

  it('that is deep in a token or in an object is not followed either', async () => {
    const deep = `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`
    const header = Buffer.from('{"alg":"ES256","kid":"https://uni.example/keys/1"}').toString('base64url')
    const token = `${header}.${Buffer.from(deep).toString('base64url')}.AA`
    expect((await verdictOn(token))[0]).toBe('rejected')
    expect((await verdictOn(JSON.parse(deep) as object))[1]?.split(' /')[0]).toBe('parse failed: json-too-deep')
  })
})

describe('an endorsement at a limit', () => {
  /** What stands behind it would otherwise go unseen. */
  async function behind(endorsement: JsonObject): Promise<JsonObject> {
    const forged = { ...(await signed(course(university.id, 1), university)), name: 'Changed' }
    const { credentialSubject, ...rest } = record(university.id, [forged])
    return signed({ ...rest, endorsement: [endorsement], credentialSubject } as JsonObject, university)
  }

  it('does not hide what follows it, by depth', async () => {
    let clr = await behind(await signed(course(university.id, 2), university))
    for (let depth = 0; depth < 4; depth += 1) {
      clr = await signed({ ...record(university.id, [clr]), id: `urn:example:record:${depth}` }, university)
    }
    const [outcome, ...objections] = await verdictOn(clr)
    expect(outcome).toBe('undetermined')
    expect(objections.join()).toContain('limit-exceeded')
  })

  it('does not hide what follows it, by number', async () => {
    const clr = await behind(course(university.id, 2))
    const verdict = await verdictOn(clr, { limits: { maxInnerCredentials: 0 } })
    expect(verdict[0]).toBe('undetermined')
    expect(verdict).toContain('parse undetermined: limit-exceeded /endorsement/0')
    expect((await verdictOn(clr, { limits: { maxInnerCredentials: 1 } }))[0]).toBe('undetermined')
    expect((await verdictOn(clr))[0]).toBe('rejected')
  })
})

describe('an envelope', () => {
  it('is read in a time that grows with its length, whatever is in it', async () => {
    const type = 'EnvelopedVerifiableCredential'
    const envelope = { '@context': 'https://www.w3.org/ns/credentials/v2', type, id: `data:${'a'.repeat(400_000)}` }
    expect(await verdictOn(envelope)).toEqual(['rejected', 'parse failed: envelope-malformed /id'])
  })
})

describe('documents of others', () => {
  /** Credentials of as many issuers, each with a document of its own. */
  async function manyIssuers(
    count: number,
    host: (index: number) => string,
  ): Promise<[JsonObject, Record<string, object>]> {
    const pages: Record<string, object> = {}
    const inner = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const did = `did:web:${host(index)}:${index}`
        const key = `${did}#key-1`
        pages[`https://${host(index)}/${index}/did.json`] = controlledDocument(did, [method(key, did, university)])
        const unsigned = { ...course(did, 1), id: `urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000${10 + index}` }
        return withProofBy(named(university, key), unsigned)
      }),
    )
    return [await signed(record(university.id, inner), university), pages]
  }

  it('are fetched up to a number for each host, and up to another in all', async () => {
    const [oneHost, pages] = await manyIssuers(4, () => 'uni.example')
    const servers = web(pages)
    expect(await verdictOn(oneHost, { fetch: servers.fetch })).toEqual(['verified'])
    expect(servers.asked).toHaveLength(4)
    const few = web(pages)
    const verdict = await verdictOn(oneHost, { fetch: few.fetch, limits: { maxRemoteDocumentsPerHost: 3 } })
    expect(verdict[0]).toBe('undetermined')
    expect(verdict[1]).toMatch(/^proof undetermined: key-unobtainable .*\/3\/proof\/verificationMethod$/)
    expect(few.asked).toHaveLength(3)

    const [hosts, others] = await manyIssuers(4, (index) => `uni${index}.example`)
    const fewer = web(others)
    expect((await verdictOn(hosts, { fetch: fewer.fetch, limits: { maxRemoteDocuments: 2 } }))[0]).toBe('undetermined')
    expect(fewer.asked).toHaveLength(2)
  })

  it('cannot be waited for without end, and the caller can give up', async () => {
    const silent: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    const waiting = await signed(course(university.id, 1, { credentialStatus: statusEntry(1) }), university)
    const unobtainable = [
      'undetermined',
      'status undetermined: status-unobtainable /credentialStatus',
      'status-issuer undetermined',
    ]
    expect(await verdictOn(waiting, { fetch: silent, limits: { maxFetchTimeMs: 20 } })).toEqual(unobtainable)
    const { fetch, asked } = web({ [statusUrl]: {} })
    expect(await verdictOn(waiting, { fetch, signal: AbortSignal.abort() })).toEqual(unobtainable)
    expect(asked).toEqual([])
  })
})

describe('objects', () => {
  it('are read as JSON text would carry them, once', async () => {
    expect(await verdictOn({ ...badge, grade: undefined })).toEqual(['verified'])
    let reads = 0
    const fickle = Object.defineProperty({ ...badge }, 'name', {
      enumerable: true,
      get: () => (reads++ < 2 ? badge['name'] : 'PhD'),
    })
    const report = await verify(fickle, { offline: true, now })
    expect(report.verified && report.credential).toMatchObject({ name: badge['name'] })
  })
})
