// A key store is rotated and revoked in, and published; records from before and after are judged by what is published.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '@testamur/documents'
import { didWebUrl } from '@testamur/proofs/dids'
import { didDocumentFor, jwksFor, type LocalKeyStore } from '@testamur/proofs/key-stores'
import { encryptedFileKeyStore } from '@testamur/proofs/key-stores/encrypted-file'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { afterAll, describe, expect, it } from 'vitest'
import { course, record } from '../../test/record.js'
import { verdictOn } from '../../test/verdict.js'
import { issue } from '../issue/issue.js'

const directory = await mkdtemp(join(tmpdir(), 'testamur-life-cycle-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

type Format = 'data-integrity' | 'vc-jwt'

/** Where an issuer publishes its keys. */
interface Publication {
  readonly name: string
  readonly controller: string
  /** The file that is published, as `documents` of `verify` takes it. */
  readonly publish: (store: LocalKeyStore) => Promise<Record<string, object>>
  /** What a record by a revoked key is told. */
  readonly revoked: string
}

const did = 'did:web:registrar.example'
const url = 'https://registrar.example/issuer'
const publications: readonly Publication[] = [
  {
    name: 'a did:web document',
    controller: did,
    publish: async (store) => ({ [didWebUrl(did) ?? '']: didDocumentFor(await store.list(), { controller: did }) }),
    revoked: 'key-revoked',
  },
  {
    name: 'a JWK Set',
    controller: url,
    publish: async (store) => ({
      [url]: { id: url, type: ['Profile'] },
      'https://registrar.example/.well-known/jwks.json': jwksFor(await store.list(), { controller: url }),
    }),
    revoked: 'key-not-issuers',
  },
]

const past = { validFrom: '2020-01-01T00:00:00Z' }

/** Issues a record with one course in it, both signed by the key of that name; as a token, the course alone. */
async function issued(store: LocalKeyStore, name: string, format: Format): Promise<string | object> {
  const signer = await store.getSigner(name)
  const controller = name.split('#')[0] ?? ''
  const badge = course(controller, 1, past)
  return issue(format === 'vc-jwt' ? badge : record(controller, [badge], past), { signer, format })
}

/** Verifies with what is published now, and nothing else. */
const judge = async (document: string | object, documents: Record<string, object>): Promise<string[]> =>
  verdictOn(document, { documents, now: new Date() })

/** What `issued` is told for want of a key: each credential on its own. */
function rejectedFor(code: string, format: Format): string[] {
  if (format === 'vc-jwt') return rejected(code, '')
  const inner = rejected(code, '/credentialSubject/verifiableCredential/0/proof/verificationMethod').slice(1)
  return [...rejected(code, '/proof/verificationMethod'), ...inner]
}

/** A key that the issuer does not stand behind: it says nothing about the proof, and all about the issuer. */
const rejected = (code: string, pointer: string): string[] => [
  'rejected',
  `proof undetermined: ${code} ${pointer}`,
  `issuer failed: ${code} ${pointer}`,
]

const cases: readonly (readonly [Format, SignatureAlgorithm])[] = [
  ['data-integrity', 'EdDSA'],
  ['data-integrity', 'ES256'],
  ['data-integrity', 'ES384'],
  ['vc-jwt', 'EdDSA'],
  ['vc-jwt', 'ES256'],
  ['vc-jwt', 'ES384'],
  ['vc-jwt', 'RS256'],
]

describe.each(publications)('keys published in $name', ({ controller, publish, revoked }) => {
  it.each(cases)('%s, %s: rotated keys stay good, revoked ones do not', async (format, algorithm) => {
    const store = memoryKeyStore()
    const { verificationMethod: first } = await store.generate({ controller, algorithm })
    const before = await issued(store, first, format)
    const published = await publish(store)
    expect(await judge(before, published)).toEqual(['verified'])

    const { current } = await store.rotate(first)
    const second = current.verificationMethod
    await expect(store.getSigner(first)).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    const after = await issued(store, second, format)
    // Not before it is published.
    expect(await judge(after, published)).toEqual(rejectedFor('key-not-issuers', format))
    const rotated = await publish(store)
    expect(await judge(before, rotated)).toEqual(['verified'])
    expect(await judge(after, rotated)).toEqual(['verified'])

    await store.revoke(first)
    const withoutFirst = await publish(store)
    expect(await judge(before, withoutFirst)).toEqual(rejectedFor(revoked, format))
    expect(await judge(after, withoutFirst)).toEqual(['verified'])

    await store.revoke(second)
    const withoutBoth = await publish(store)
    expect(await judge(before, withoutBoth)).toEqual(rejectedFor(revoked, format))
    expect(await judge(after, withoutBoth)).toEqual(rejectedFor(revoked, format))
  })
})

describe('a record of a current key', () => {
  it('that holds a credential of a revoked one is rejected for that alone', async () => {
    const [{ publish }] = publications as [Publication]
    const store = memoryKeyStore()
    const { verificationMethod: first } = await store.generate({ controller: did })
    const badge = (await issue(course(did, 1, past), { signer: await store.getSigner(first) })) as JsonObject
    const { current } = await store.rotate(first)
    const signer = await store.getSigner(current.verificationMethod)
    const clr = await issue(record(did, [badge], past), { signer })
    expect(await judge(clr, await publish(store))).toEqual(['verified'])
    await store.revoke(first)
    expect(await judge(clr, await publish(store))).toEqual(
      rejected('key-revoked', '/credentialSubject/verifiableCredential/0/proof/verificationMethod'),
    )
  })
})

describe('a key that was revoked some time ago', () => {
  it('is good for nothing, whenever a record says that it was signed', async () => {
    const [{ publish }] = publications as [Publication]
    const store = encryptedFileKeyStore({ directory: join(directory, 'keys'), passphrase: 'for this test' })
    const { verificationMethod } = await store.generate({ controller: did })
    const signer = await store.getSigner(verificationMethod)
    const clr = await issue(course(did, 1, past), { signer, now: new Date('2021-01-01T00:00:00Z') })
    await store.revoke(verificationMethod, { at: new Date(Date.now() - 86_400_000) })
    expect(await judge(clr, await publish(store))).toEqual(rejected('key-revoked', '/proof/verificationMethod'))
  })
})
