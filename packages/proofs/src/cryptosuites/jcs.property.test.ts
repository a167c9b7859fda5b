import { canonicalJson, type JsonObject, type JsonValue } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '../keys/private-key.js'
import type { SecurableDocument } from './interface.js'
import { cryptosuites } from './registry.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const contexts = contextSource()

/** JSON as a parser returns it, with numbers that survive parsing. */
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((name) => !['__proto__', '@context', 'proof'].includes(name)),
      tie('json'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}))
const documents = fc
  .dictionary(
    fc.string({ minLength: 1 }).filter((name) => !/^(__proto__|@context|proof|type)$/.test(name)),
    json,
    {
      minKeys: 1,
      maxKeys: 6,
      noNullPrototype: true,
    },
  )
  .map((members): JsonObject => ({ ...members, '@context': ['https://uni.example/c'], type: ['VerifiableCredential'] }))

/** Every place of a value, from the outside in. */
function* places(value: JsonValue | undefined, path: string[] = []): Generator<string[]> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [member, child] of Object.entries(value)) yield* places(child, [...path, member])
}

/** A copy with another value at a place, or with nothing there. */
function withChange(document: JsonObject, path: readonly string[], value: JsonValue | undefined): JsonObject {
  const copy = structuredClone(document)
  let parent = copy
  for (const member of path.slice(0, -1)) parent = parent[member] as JsonObject
  const member = path.at(-1) ?? ''
  if (value !== undefined) parent[member] = value
  else if (Array.isArray(parent)) parent.splice(Number(member), 1)
  else delete parent[member]
  return copy
}

describe.each([
  ['eddsa-jcs-2022', 'EdDSA'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
] as const)('%s with %s', (id, algorithm) => {
  const suite = cryptosuites[id]

  it('verifies whatever it signs, and nothing that was changed since', async () => {
    const jwk = await generatePrivateJwk({ algorithm })
    const signer = await signerFromJwk(jwk)
    const { publicKey } = await keyPairFromJwk(jwk)
    const options = { signer, created: '2026-06-01T12:00:00Z', proofPurpose: 'assertionMethod', contexts }
    const verify = (document: JsonObject, proof: JsonObject): ReturnType<typeof suite.verifyProof> =>
      suite.verifyProof(document as unknown as SecurableDocument, proof, { publicKey, contexts })

    const change = fc.option(json, { nil: undefined })
    await fc.assert(
      fc.asyncProperty(documents, fc.nat(), change, async (document, at, value) => {
        const proof = await suite.createProof(document as unknown as SecurableDocument, options)
        // What was sent is parsed again elsewhere.
        const received = JSON.parse(JSON.stringify(document)) as JsonObject
        expect(await verify(received, proof)).toEqual([])

        const everywhere = [...places(received)]
        const changed = withChange(received, everywhere[at % everywhere.length] ?? [], value)
        fc.pre(canonicalJson(changed) !== canonicalJson(received))
        expect(await verify(changed, proof)).not.toEqual([])

        const inProof = [...places(proof)]
        const changedProof = withChange(proof, inProof[at % inProof.length] ?? [], value)
        fc.pre(canonicalJson(changedProof) !== canonicalJson(proof))
        expect(await verify(received, changedProof)).not.toEqual([])
      }),
      { numRuns },
    )
  }, 600_000)
})
