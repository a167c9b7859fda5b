import type { JsonObject } from '@testamur/documents'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import { publicKeyOfDidKey, readVectorJson, vectorContexts, verdictOf } from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: string
  readonly cryptosuite: string
}

describeWithReference('credentials of the Citizenship Vocabulary', () => {
  const root = 'citizenship-vocab'
  const contexts = vectorContexts()
  const entries = readVectorJson<Entry[]>(root, 'index.json')

  it('are six with ecdsa-rdfc-2019', () => {
    expect(entries.map(({ expected, cryptosuite }) => `${expected} ${cryptosuite}`)).toEqual(
      Array.from({ length: 6 }, () => 'verifies ecdsa-rdfc-2019'),
    )
  })

  it.each(entries)('$file verifies, and not when it is changed', async ({ file }) => {
    const document = readVectorJson<{ proof: JsonObject } & JsonObject>(root, file)
    const options = { publicKey: publicKeyOfDidKey(document.proof.verificationMethod), contexts }
    expect(await verdictOf(document, options)).toEqual([])
    const subject = document.credentialSubject as JsonObject
    const changed = { ...document, credentialSubject: { ...subject, familyName: 'Other' } }
    expect(await verdictOf(changed, options)).toEqual(['signature-invalid /proof'])
  })
})
