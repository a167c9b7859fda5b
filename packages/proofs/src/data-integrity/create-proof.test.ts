import { contextSource, type JsonObject } from '@testamur/documents'
import { expect, it } from 'vitest'
import { memoryKeyStore } from '../key-stores/memory.js'
import { addProof } from './add-proof.js'
import { createProof } from './create-proof.js'

const created = new Date('2026-06-01T12:00:00Z')

it('makes the proof that addProof adds, and leaves the document as it is', async () => {
  const keys = memoryKeyStore()
  const { verificationMethod, controller } = await keys.generate()
  const signer = await keys.getSigner(verificationMethod)
  const options = { signer, contexts: contextSource(), created }
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: controller,
  }
  const before = structuredClone(document)
  const first = await createProof(document, { ...options, id: 'urn:example:first' })
  expect(document).toEqual(before)
  expect(await addProof(document, { ...options, id: 'urn:example:first' })).toEqual({ ...document, proof: first })

  // What a proof set and a proof chain cover beside the document is the same too.
  const once: JsonObject = { ...document, proof: first }
  for (const previousProof of [undefined, 'urn:example:first']) {
    const second = await createProof(once, { ...options, previousProof })
    const { proof } = await addProof({ ...document, proof: first }, { ...options, previousProof })
    expect(proof).toEqual([first, second])
  }
})
