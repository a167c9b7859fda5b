import type { JsonObject } from '@testamur/documents'
import { jwkFromPublicKey } from '@testamur/proofs/keys'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, multikeyOf, named, withProofBy } from '../../../test/issuers.js'
import { course, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'

// Proofs that are good, by keys that are not the issuer's.

const site = 'https://uni.example'
const profile = `${site}/issuers/1`
const did = 'did:web:uni.example'
const didUrl = `${site}/.well-known/did.json`

let university: TestIssuer
let stranger: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  stranger = await testIssuer()
})

const notTheirs = [
  'rejected',
  'proof undetermined: key-not-issuers /proof/verificationMethod',
  'issuer failed: key-not-issuers /proof/verificationMethod',
]
const selfAsserted = ['rejected', 'issuer failed: key-self-asserted /issuer']

/** A badge in the name of an issuer, by a key under some id. */
const forged = (issuer: string, key: TestIssuer, id: string): Promise<JsonObject> =>
  withProofBy(named(key, id), course(issuer, 1))

describe('an issuer that is a key', () => {
  it('is not whoever else signs', async () => {
    const badge = await withProofBy(stranger.signer, course(university.id, 1))
    expect(await verdictOn(badge)).toEqual(notTheirs)
  })

  it('is not whoever writes its key under another’s signature', async () => {
    const badge = await forged(university.id, stranger, university.signer.verificationMethod)
    expect(await verdictOn(badge)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('does not change when the name of the issuer does', async () => {
    const badge = await withProofBy(university.signer, course(university.id, 1))
    const stolen = { ...badge, issuer: { ...(badge['issuer'] as JsonObject), id: stranger.id } }
    expect(await verdictOn(stolen)).toEqual(notTheirs)
  })
})

describe('an issuer with a site', () => {
  const pages = (...methods: JsonObject[]): Record<string, object> => ({
    [profile]: controlledDocument(profile, methods),
  })

  it('is who its profile says', async () => {
    const badge = await forged(profile, university, `${profile}#key-1`)
    const documents = pages(method(`${profile}#key-1`, profile, university))
    expect(await verdictOn(badge, { documents })).toEqual(['verified'])
  })

  it('is not a did:key of somebody’s, whether its profile is there or not', async () => {
    const badge = await withProofBy(stranger.signer, course(profile, 1))
    expect(await verdictOn(badge)).toEqual(selfAsserted)
    const documents = pages(method(`${profile}#key-1`, profile, university))
    expect(await verdictOn(badge, { documents })).toEqual(selfAsserted)
  })

  it('is not the key in the fragment of its own URL', async () => {
    const badge = await forged(profile, stranger, `${profile}#${multikeyOf(stranger)}`)
    expect(await verdictOn(badge)).toEqual(selfAsserted)
    const documents = pages(method(`${profile}#key-1`, profile, university))
    expect(await verdictOn(badge, { documents })).toEqual(selfAsserted)
  })

  it('shows keys for others, which are not its own', async () => {
    const kid = `${site}/keys/1`
    const jwk = jwkFromPublicKey({ algorithm: 'EdDSA', publicKeyMultibase: multikeyOf(university) })
    const keySet = (iss?: string): Record<string, object> => ({
      [`${site}/.well-known/jwks.json`]: { keys: [{ ...jwk, kid, iss }] },
    })
    const badge = await forged(profile, university, kid)
    expect(await verdictOn(badge, { fetch: web(keySet()).fetch })).toEqual(['verified'])
    expect(await verdictOn(badge, { fetch: web(keySet(profile)).fetch })).toEqual(['verified'])
    const [outcome] = await verdictOn(badge, { fetch: web(keySet(`${site}/issuers/2`)).fetch })
    expect(outcome).not.toBe('verified')
  })

  it('has no keys elsewhere, and nobody asks there', async () => {
    const elsewhere = 'https://evil.example/keys/1'
    const servers = web({ [elsewhere]: method(elsewhere, profile, stranger) })
    const badge = await forged(profile, stranger, elsewhere)
    expect(await verdictOn(badge, { fetch: servers.fetch })).toEqual(notTheirs)
    expect(servers.asked).toEqual([])
  })

  it('has no keys in what a visitor uploaded to its site', async () => {
    const upload = `${site}/uploads/key.json`
    const servers = {
      ...pages(method(`${profile}#key-1`, profile, university)),
      [upload]: method(upload, profile, stranger),
    }
    const badge = await forged(profile, stranger, upload)
    const keySet = { [`${site}/.well-known/jwks.json`]: { keys: [] } }
    expect(await verdictOn(badge, { fetch: web({ ...servers, ...keySet }).fetch })).toEqual(notTheirs)
    // The key set, which is not there, might have named the key.
    expect(await verdictOn(badge, { fetch: web(servers).fetch })).toEqual([
      'undetermined',
      'proof undetermined: key-unobtainable /proof/verificationMethod',
      'issuer undetermined: key-unobtainable /proof/verificationMethod',
    ])
  })

  it('does not speak through a page that leads to another site', async () => {
    const open = `${site}/leave?to=https://evil.example/profile`
    const { fetch } = web({
      [open]: { redirectTo: 'https://evil.example/profile' },
      'https://evil.example/profile': controlledDocument(open, [method(`${open}#key-1`, open, stranger)]),
    })
    expect(await verdictOn(await forged(open, stranger, `${open}#key-1`), { fetch })).toEqual([
      'undetermined',
      'proof undetermined: key-unobtainable /proof/verificationMethod',
      'issuer undetermined: key-unobtainable /proof/verificationMethod',
    ])
  })

  it('is not the site behind its name in front of an @', async () => {
    const disguised = 'https://uni.example@evil.example/issuer'
    const { fetch } = web({
      'https://evil.example/issuer': controlledDocument(disguised, [method(`${disguised}#key-1`, disguised, stranger)]),
    })
    expect(await verdictOn(await forged(disguised, stranger, `${disguised}#key-1`), { fetch })).toEqual([
      'rejected',
      'proof undetermined: verification-method-invalid /proof/verificationMethod',
      'issuer failed: verification-method-invalid /proof/verificationMethod',
    ])
  })
})

describe('an issuer with a DID document', () => {
  const key = `${did}#key-1`
  const refusedAs = (code: string): string[] => [
    'rejected',
    `proof undetermined: ${code} /proof/verificationMethod`,
    `issuer failed: ${code} /proof/verificationMethod`,
  ]
  const verdict = async (document: JsonObject): Promise<string[]> =>
    verdictOn(await forged(did, university, key), { documents: { [didUrl]: document } })

  it('makes assertions with the keys that it lists for that', async () => {
    expect(await verdict(controlledDocument(did, [method(key, did, university)]))).toEqual(['verified'])
  })

  it('makes none with a key that it lists for logging in', async () => {
    const document = controlledDocument(did, [method(key, did, university)], {
      assertionMethod: [],
      authentication: [key],
    })
    expect(await verdict(document)).toEqual(refusedAs('key-not-issuers'))
  })

  it('is not a did:key, whatever keys the caller accepts', async () => {
    const badge = await withProofBy(stranger.signer, course(did, 1))
    const documents = { [didUrl]: controlledDocument(did, [method(key, did, university)]) }
    expect(await verdictOn(badge, { documents, acceptSelfAssertedKeys: true })).toEqual(refusedAs('key-not-issuers'))
  })

  it('makes none with a key that somebody else controls', async () => {
    const document = controlledDocument(did, [method(key, 'did:web:evil.example', university)])
    expect(await verdict(document)).toEqual(refusedAs('key-not-issuers'))
  })

  it('makes none with a key after it was revoked or has expired, whatever date the proof shows', async () => {
    const ended = (member: string): JsonObject =>
      controlledDocument(did, [method(key, did, university, { [member]: '2026-05-31T00:00:00Z' })])
    const backdated = await withProofBy(named(university, key), course(did, 1), {
      created: new Date('2026-05-30T00:00:00Z'),
    })
    for (const [member, code] of [
      ['revoked', 'key-revoked'],
      ['expires', 'key-expired'],
    ] as const) {
      expect(await verdictOn(backdated, { documents: { [didUrl]: ended(member) } })).toEqual(refusedAs(code))
    }
  })

  it('is not another whose document lies at its place', async () => {
    const other = 'did:web:evil.example'
    const document = controlledDocument(other, [method(key, did, university)])
    expect((await verdict(document)).map((line) => line.split(' /')[0])).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers',
      'issuer failed: key-not-issuers',
    ])
  })
})
