import type { JsonObject } from '@testamur/documents'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import type { SignatureAlgorithm, Signer } from '@testamur/proofs/keys'

// What Testamur and its peers sign for one another.

/** The time at which everything is signed and judged. */
export const now = new Date('2026-06-01T00:00:00Z')

/** Somebody who signs. */
export interface Party {
  readonly id: string
  readonly signer: Signer
}

/** Makes somebody whose id is a did:key. */
export async function didKeyParty(algorithm: SignatureAlgorithm = 'EdDSA'): Promise<Party> {
  const keys = memoryKeyStore()
  const { controller, verificationMethod } = await keys.generate({ algorithm })
  return { id: controller, signer: await keys.getSigner(verificationMethod) }
}

/** An unsigned badge of version 2.0 of the data model. */
export function badge(issuer: string, number: number): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-00000000000${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Course ${number}`,
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11',
      type: ['AchievementSubject'],
      creditsEarned: 1.5,
      achievement: {
        id: `urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-00000000000${number}`,
        type: ['Achievement'],
        name: `Calculus ${number}`,
        description: 'Grenzwerte, Ableitungen, Integrale: α, β, ∫',
        criteria: { narrative: 'Passed the final exam' },
      },
    },
  }
}

/** The same badge in version 1.1. */
export function badgeOfVersion1(issuer: string, number: number, contexts: readonly string[] = []): JsonObject {
  const { validFrom, ...rest } = badge(issuer, number)
  return {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ...contexts,
    ],
    issuanceDate: validFrom,
  }
}

/** An unsigned record that holds the given credentials. */
export function record(issuer: string, credentials: readonly object[]): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11',
      type: ['ClrSubject'],
      verifiableCredential: credentials as JsonObject[],
    },
  }
}

/** A verification method as peers dereference it. */
export const multikeyMethod = (id: string, controller: string, publicKeyMultibase: string): JsonObject => ({
  '@context': 'https://w3id.org/security/multikey/v1',
  id,
  type: 'Multikey',
  controller,
  publicKeyMultibase,
})

/** A DID document that lists methods for making assertions and for logging in. */
export const didDocument = (id: string, methods: readonly JsonObject[]): JsonObject => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id,
  verificationMethod: [...methods],
  assertionMethod: methods.map((method) => String(method['id'])),
  authentication: methods.map((method) => String(method['id'])),
})

/** The documents that peers dereference for did:keys: the verification method of each, and its controller. */
export function didKeyDocuments(...dids: readonly string[]): Record<string, object> {
  return Object.fromEntries(
    dids.flatMap((did) => {
      const multikey = did.slice('did:key:'.length)
      const method = multikeyMethod(`${did}#${multikey}`, did, multikey)
      return [
        [String(method['id']), method],
        [did, didDocument(did, [method])],
      ]
    }),
  )
}
