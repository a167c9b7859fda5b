import type { JsonObject } from '@testamur/documents'
import { cryptosuiteOf } from '@testamur/proofs/cryptosuites'
import type { PublicKey } from '@testamur/proofs/keys'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import {
  publicKeyOf,
  publicKeyOfDidKey,
  readVectorJson,
  type VectorKey,
  vectorContexts,
  verdictOf,
} from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: 'verifies' | 'fails'
  readonly cryptosuite: string
  readonly name: string
  readonly error?: string
}

describeWithReference('documents signed by Iron, an independent implementation in Java', () => {
  const contexts = vectorContexts()
  const all = readVectorJson<Entry[]>('iron', 'index.json')
  const entries = all.filter(({ cryptosuite }) => cryptosuite !== 'ecdsa-sd-2023')

  it('are these, besides those of ecdsa-sd-2023', () => {
    expect(entries.map(({ file, expected, error = '' }) => `${file} ${expected} ${error}`.trim())).toEqual([
      'Ed25519Signature2020/0001.json verifies',
      'Ed25519Signature2020/0002.json fails InvalidSignature',
      'eddsa-rdfc-2022/0001.json verifies',
      'ecdsa-rdfc-2019/0001.json verifies',
      'ecdsa-rdfc-2019/0002.json verifies',
      'ecdsa-rdfc-2019/0004.json verifies',
    ])
  })

  /** The key of a did:key, or that of the file which the origin serves at the URL. */
  const publicKeyFor = (cryptosuite: string, verificationMethod: unknown): PublicKey => {
    const file = /\/verifier\/([\w-]+\.json)$/.exec(String(verificationMethod))?.[1]
    if (file === undefined) return publicKeyOfDidKey(verificationMethod)
    const key = readVectorJson<VectorKey>('iron', cryptosuite, 'keys', `verifier-${file}`)
    return publicKeyOf(key.publicKeyMultibase)
  }

  it.each(entries)('$file: $name', async ({ file, expected, cryptosuite }) => {
    const document = readVectorJson<{ proof: JsonObject } & JsonObject>('iron', ...file.split('/'))
    expect(cryptosuiteOf(document.proof)?.id).toBe(cryptosuite)
    const options = { publicKey: publicKeyFor(cryptosuite, document.proof.verificationMethod), contexts }
    expect(await verdictOf(document, options)).toEqual(expected === 'verifies' ? [] : ['signature-invalid /proof'])
    const changed = { ...document, id: 'urn:example:another' }
    expect(await verdictOf(changed, options)).toEqual(['signature-invalid /proof'])
  })
})
