import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, multikeyOf, named, withProofBy } from '../../../test/issuers.js'
import { course, learner, now, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { statusEntry, statusList, statusUrl } from '../../../test/status-lists.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'
import { type Page, type Web, web } from '../../../test/web.js'
import { verify } from '../verify.js'

// A refresh service says which version of a credential is the newest. Whoever answers in its place must gain nothing.

const service = 'https://uni.example/refresh/1'
let university: TestIssuer
let stranger: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  stranger = await testIssuer()
})

const unsigned = (members: JsonObject = {}, issuer = university.id): JsonObject => {
  const badge = course(issuer, 1, { refreshService: { id: service, type: '1EdTechCredentialRefresh' }, ...members })
  const context = [...(badge['@context'] as string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']
  return { ...badge, '@context': context }
}
const badge = (members: JsonObject = {}): Promise<JsonObject> => signed(unsigned(members), university)
const newer = { name: 'Course 1, regraded', validFrom: '2026-05-20T00:00:00Z' }

/** What the report says, and about which credential, when the service answers so. */
async function refreshedBy(page: Page, members: JsonObject = {}): Promise<[string, string | undefined, string[]]> {
  const document = await badge(members)
  const report = await verify(document, { now, fetch: web({ [service]: page }).fetch })
  const name = (report.credential as unknown as JsonObject | undefined)?.['name']
  return [report.outcome, name as string | undefined, report.warnings.map(({ code, pointer }) => `${code} ${pointer}`)]
}
const stays = ['verified', 'Course 1', ['refresh-refused /refreshService']]

describe('a refresh service', () => {
  it('offers a newer version, which then counts', async () => {
    const [outcome, name, warnings] = await refreshedBy(await badge(newer))
    expect([outcome, name]).toEqual(['verified', 'Course 1, regraded'])
    expect(warnings).toContain('refreshed /refreshService')
  })

  it('offers a version that was revoked, which then counts too', async () => {
    const revoked = await badge({ ...newer, credentialStatus: statusEntry(7) })
    const list = await signed(statusList(university.id, [7]), university)
    const { fetch } = web({ [service]: revoked, [statusUrl]: list })
    expect(await verdictOn(await badge(), { fetch })).toEqual(['rejected', 'status failed: revoked /credentialStatus'])
  })

  it('cannot offer somebody else’s badge, nor another one of the same issuer', async () => {
    expect(await refreshedBy(await signed(unsigned(newer, stranger.id), stranger))).toEqual(stays)
    expect(await refreshedBy(await badge({ ...newer, id: course(university.id, 2)['id'] }))).toEqual(stays)
  })

  it('cannot offer one without a signature, with a broken one, or by another key', async () => {
    expect(await refreshedBy(unsigned(newer))).toEqual(stays)
    expect(await refreshedBy({ ...(await badge(newer)), name: 'Doctor of Medicine' })).toEqual(stays)
    expect(await refreshedBy(await withProofBy(stranger.signer, unsigned(newer)))).toEqual(stays)
  })

  it('cannot offer an older version', async () => {
    expect(await refreshedBy(await badge({ validFrom: '2026-05-16T00:00:00Z', name: 'Course 1, first try' }))).toEqual(
      stays,
    )
  })

  it('cannot revive what has expired by anything weaker', async () => {
    const old = { validUntil: '2026-05-18T00:00:00Z' }
    const [outcome, name] = await refreshedBy(unsigned(newer), old)
    expect([outcome, name]).toEqual(['rejected', 'Course 1'])
    expect((await refreshedBy(await badge(newer), old))[0]).toBe('verified')
  })

  it('cannot offer a presentation, by a key for logging in, for what has expired', async () => {
    const { id, validFrom } = unsigned(newer)
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id,
      type: ['VerifiablePresentation', 'VerifiableCredential'],
      issuer: university.id,
      holder: university.id,
      validFrom,
      credentialSubject: { id: learner },
    } as JsonObject
    const offered = await withProofBy(university.signer, presentation, { proofPurpose: 'authentication' })
    expect(await refreshedBy(offered, { validUntil: '2026-05-18T00:00:00Z' })).toEqual([
      'rejected',
      'Course 1',
      ['refresh-refused /refreshService'],
    ])
  })

  it('cannot offer one by a key that the issuer does not confirm', async () => {
    const issuer = 'https://uni.example/issuers/1'
    const key = `${issuer}#key-1`
    const forged = await withProofBy(named(stranger, `${issuer}#${multikeyOf(stranger)}`), unsigned(newer, issuer))
    const { fetch } = web({
      [issuer]: controlledDocument(issuer, [method(key, issuer, university)]),
      [service]: forged,
    })
    const honest = await withProofBy(named(university, key), unsigned({}, issuer))
    expect(await warningsOn(honest, { fetch, acceptSelfAssertedKeys: true })).toEqual([
      'verified',
      'refresh-refused /refreshService',
    ])
  })

  it('is read from what the caller gives parsed, which is copied and held to the same depth', async () => {
    const offered = await badge(newer)
    let read = 0
    const given: JsonObject = {}
    for (const [member, value] of Object.entries(offered)) {
      Object.defineProperty(given, member, {
        enumerable: true,
        get: () => (member === 'name' && (read += 1) > 1 ? 'B' : value),
      })
    }
    const from = async (content: JsonObject): Promise<[string, unknown]> => {
      const { outcome, credential } = await verify(await badge(), {
        now,
        offline: true,
        documents: { [service]: content },
      })
      return [outcome, (credential as unknown as JsonObject)['name']]
    }
    expect(await from(given)).toEqual(['verified', 'Course 1, regraded'])
    const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)
    expect(await from({ ...offered, extension: deep })).toEqual(['verified', 'Course 1'])
  })

  it('cannot be plain http, and cannot lead there', async () => {
    const plain = 'http://uni.example/refresh/1'
    const asking = async (pages: Record<string, Page>, id: string): Promise<[string[], Web]> => {
      const servers = web(pages)
      const document = await badge({ refreshService: { id, type: '1EdTechCredentialRefresh' } })
      return [await warningsOn(document, { fetch: servers.fetch }), servers]
    }
    const [warnings, servers] = await asking({ [plain]: await badge(newer) }, plain)
    expect(warnings).toEqual(['verified', 'rule-broken /refreshService/id', 'refresh-failed /refreshService'])
    expect(servers.asked).toEqual([])
    const [redirected, others] = await asking(
      { [service]: { redirectTo: plain }, [plain]: await badge(newer) },
      service,
    )
    expect(redirected).toEqual(['verified', 'refresh-failed /refreshService'])
    expect(others.asked).toEqual([service])
  })

  it('does not make up for what was handed over being forged, and is not asked then', async () => {
    const servers = web({ [service]: await badge(newer) })
    const forged = { ...(await badge()), name: 'Doctor of Medicine' }
    expect(await verdictOn(forged, { fetch: servers.fetch })).toEqual([
      'rejected',
      'proof failed: signature-invalid /proof',
    ])
    expect(servers.asked).toEqual([])
  })

  it('cannot send on to the next one, for ever', async () => {
    const next = 'https://uni.example/refresh/2'
    const servers = web({
      [service]: await badge({ ...newer, refreshService: { id: next, type: '1EdTechCredentialRefresh' } }),
      [next]: await badge({ ...newer, name: 'Course 1, for ever' }),
    })
    const report = await verify(await badge(), { now, fetch: servers.fetch })
    expect(report.credential).toMatchObject({ name: newer.name })
    expect(servers.asked).toEqual([service])
  })

  it('can be silent, or talk nonsense', async () => {
    expect((await refreshedBy('<!doctype html>'))[2]).toEqual(['refresh-refused /refreshService'])
    expect(await warningsOn(await badge(), { fetch: web({}).fetch })).toEqual([
      'verified',
      'refresh-failed /refreshService',
    ])
  })
})
