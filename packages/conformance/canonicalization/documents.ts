import type { JsonObject, JsonValue } from '@testamur/documents'
import { contextUrls } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { mutatedDocument } from '../../documents/test/mutated-documents.js'
import { scopedDocument } from '../../documents/test/scoped-documents.js'
import { recordDocument } from './record-documents.js'
import { lookalikeDocument, vocabularyDocument } from './vocabulary-documents.js'

/** A document, and how it is to be canonicalised. */
export interface Task {
  readonly document: JsonObject
  readonly hash: 'SHA-256' | 'SHA-384'
  readonly context: JsonValue | undefined
  readonly omit: string | undefined
}

const { credentialsV1, credentialsV2, dataIntegrityV2, openBadges303, ed25519Signature2020V1 } = contextUrls

/** Members of proofs, right and wrong, under contexts that know them or not. */
const proofConfiguration: fc.Arbitrary<Task> = fc
  .tuple(
    fc.constantFrom<JsonValue>(
      [credentialsV2, openBadges303],
      credentialsV2,
      [credentialsV1, dataIntegrityV2],
      [credentialsV1, ed25519Signature2020V1],
    ),
    fc.subarray<[string, JsonValue]>([
      ['@context', 'https://terms.example/unknown'],
      ['id', 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544'],
      ['type', 'DataIntegrityProof'],
      ['cryptosuite', 'eddsa-rdfc-2022'],
      ['created', '2026-06-01T12:00:00Z'],
      ['expires', '2027-06-01T12:00:00Z'],
      ['verificationMethod', 'did:example:issuer#key'],
      ['proofPurpose', 'assertionMethod'],
      ['proofValue', 'z1'],
      ['domain', ['a.example', 'b.example']],
      ['challenge', 'c'],
      ['nonce', 'n'],
      ['previousProof', 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-111111111111'],
    ]),
    fc.constantFrom<[string, JsonValue][]>(
      [],
      [],
      [['type', 'Ed25519Signature2020']],
      [['proofPurpose', 'undefined']],
      [['proofPurpose', ['assertionMethod', 'authentication']]],
      [['verificationMethod', { id: 'did:example:issuer#key', type: 'Multikey', controller: 'did:example:issuer' }]],
      [['created', 'yesterday']],
      [['surprise', 1]],
      [['previousProof', ['urn:a:b', 'relative']]],
    ),
  )
  .map(([context, members, changes]) => ({
    document: Object.fromEntries([...members, ...changes]),
    hash: 'SHA-256',
    context,
    omit: 'proofValue',
  }))

/** Documents of every kind that can be thought of to tell the engines apart. */
export const tasks: fc.Arbitrary<Task> = fc.oneof(
  {
    weight: 15,
    arbitrary: fc.record({
      document: fc.oneof(
        { weight: 6, arbitrary: vocabularyDocument },
        { weight: 4, arbitrary: recordDocument },
        { weight: 3, arbitrary: lookalikeDocument },
        { weight: 3, arbitrary: scopedDocument },
        { weight: 1, arbitrary: mutatedDocument },
      ),
      hash: fc.constantFrom('SHA-256', 'SHA-256', 'SHA-256', 'SHA-384') as fc.Arbitrary<Task['hash']>,
      context: fc.constant(undefined),
      omit: fc.constantFrom(undefined, 'proof'),
    }),
  },
  { weight: 1, arbitrary: proofConfiguration },
)
