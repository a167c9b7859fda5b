import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import { proofsOf, publicKeyOfDidKey, readVectorJson, vectorContexts, verdictOf } from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: 'verifies' | 'fails'
}

describeWithReference('proof chains of the W3C-CCG Data Integrity suite', () => {
  const root = 'vc-data-integrity'
  const contexts = vectorContexts()
  const entries = readVectorJson<Entry[]>(root, 'index.json')

  const missing = ['previous-proof-missing /proof/1/previousProof']
  const malformed = ['proof-malformed /proof/1/previousProof']
  // The first proof of these has a fault of its own, which has nothing to do with chains.
  const relativeId = ['value-not-covered /proof/0/id']
  const undefinedTerm = ['term-undefined /proof/0/created']

  /** What is wrong with the first proof of each file, and with the second, which builds on another. */
  const expected: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    '1.1-previousProofArrayMissingFail-SimpleSigned2.json': [[], missing],
    '1.1-previousProofMissingFail-SimpleSigned2.json': [undefinedTerm, missing],
    '1.1-previousProofNotStringFail-SimpleSigned2.json': [relativeId, malformed],
    '1.1-previousProofStringOk-SimpleSigned2.json': [[], []],
    '2.0-previousProofArrayOk-SimpleSigned2.json': [[], []],
    '2.0-previousProofMissingFail-SimpleSigned2.json': [[], missing],
    '2.0-previousProofNotStringFail-SimpleSigned2.json': [relativeId, malformed],
    '2.0-previousProofStringMissingFail-SimpleSigned2.json': [[], missing],
  }

  it('are these', () => {
    expect(entries.map(({ file }) => file).sort()).toEqual(Object.keys(expected))
    for (const { file, expected: verdict } of entries) {
      expect(expected[file]?.[1].length, file).toBe(verdict === 'verifies' ? 0 : 1)
    }
  })

  it.each(entries)('$file $expected', async ({ file }) => {
    const document = readVectorJson(root, file)
    const verdicts = await Promise.all(
      proofsOf(document).map(({ proof, pointer }) =>
        verdictOf(document, { publicKey: publicKeyOfDidKey(proof.verificationMethod), contexts, pointer }),
      ),
    )
    expect(verdicts).toEqual(expected[file])
  })
})
