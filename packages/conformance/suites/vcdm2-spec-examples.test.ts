import type { JsonObject } from '@testamur/documents'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import { publicKeyOfDidKey, readVectorJson, vectorContexts, verdictOf } from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: string
  readonly cryptosuite: string
}

describeWithReference('signed examples of the Verifiable Credentials Data Model 2.0', () => {
  const root = 'vcdm2-spec-examples'
  const contexts = vectorContexts()
  const isPlain = ({ cryptosuite }: Entry): boolean => cryptosuite === 'ecdsa-rdfc-2019'
  const entries = readVectorJson<Entry[]>(root, 'index.json').filter(isPlain)

  it('are six with ecdsa-rdfc-2019', () => {
    expect(entries.map(({ file, expected }) => `${file.slice(0, 2)} ${expected}`)).toEqual(
      ['01', '02', '04', '05', '07', '08'].map((number) => `${number} verifies`),
    )
  })

  // The verification method is the DID itself, without a fragment; the key in it is what signed.
  it.each(entries)('$file verifies, and not when it is changed', async ({ file }) => {
    const document = readVectorJson<{ proof: JsonObject } & JsonObject>(root, file)
    const options = { publicKey: publicKeyOfDidKey(document.proof.verificationMethod), contexts }
    expect(await verdictOf(document, options)).toEqual([])
    const changed = { ...document, validFrom: '2010-01-01T00:00:01Z' }
    expect(await verdictOf(changed, options)).toEqual(['signature-invalid /proof'])
  })
})
