import { p256, p384 } from '@noble/curves/nist.js'
import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { addProof } from '@testamur/proofs'
import { cryptosuiteOf } from '@testamur/proofs/cryptosuites'
import { decodeBase58Multibase, privateJwkFrom, type Signer, signerFromJwk } from '@testamur/proofs/keys'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import {
  expectedSteps,
  ownSteps,
  publicKeyOf,
  readVectorJson,
  type VectorKey,
  vectorContexts,
  verdictOf,
} from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: string
  readonly key: string
  readonly cryptosuite: string
  readonly curve: 'P-256' | 'P-384'
}
interface KeyText extends VectorKey {
  readonly secretKeyMultibase: string
}

/** A signer whose signatures are always the same (RFC 6979), as those of the vectors; node:crypto's are not. */
function deterministicSigner({ curve }: Entry, key: KeyText, verificationMethod: string): Signer {
  // Two bytes of multicodec stand in front of the secret scalar (Controlled Identifiers 1.0 §2.2.2).
  const secretKey = decodeBase58Multibase(key.secretKeyMultibase)?.slice(2)
  if (secretKey === undefined) throw new Error('no secret key')
  const [ecdsa, algorithm] = curve === 'P-256' ? ([p256, 'ES256'] as const) : ([p384, 'ES384'] as const)
  return { verificationMethod, algorithm, sign: (data) => ecdsa.sign(data, secretKey, { lowS: false }) }
}

describeWithReference('W3C vectors of VC Data Integrity ECDSA Cryptosuites 1.0', () => {
  const root = 'vc-di-ecdsa'
  const contexts = vectorContexts()
  const isPlain = ({ cryptosuite }: Entry): boolean => cryptosuite !== 'ecdsa-sd-2023'
  const entries = readVectorJson<Entry[]>(root, 'index.json').filter(isPlain)
  const read = <T = JsonObject>(file: string): T => readVectorJson<T>(root, ...file.split('/'))
  const folderOf = ({ file }: Entry): string => file.split('/')[0] ?? ''
  const hashOf = ({ curve }: Entry): 'SHA-256' | 'SHA-384' => (curve === 'P-384' ? 'SHA-384' : 'SHA-256')

  it('has four signed documents', () => {
    expect(entries.map(({ file, expected, curve }) => `${file} ${curve} ${expected}`)).toEqual([
      'ecdsa-rdfc-2019-p256-alumni/signed.json P-256 verifies',
      'ecdsa-rdfc-2019-p384-alumni/signed.json P-384 verifies',
      'ecdsa-jcs-2019-p256/signed.json P-256 verifies',
      'ecdsa-jcs-2019-p384/signed.json P-384 verifies',
    ])
  })

  it.each(entries)('takes the steps of $file byte for byte', async (entry) => {
    const { sign } = deterministicSigner(entry, read<KeyText>(entry.key), 'urn:example:unused')
    const steps = await ownSteps([root, folderOf(entry)], { hash: hashOf(entry), sign })
    expect(steps).toEqual(expectedSteps(root, folderOf(entry)))
  })

  it.each(entries)('signs the document of $file as it is signed', async (entry) => {
    const expected = read<{ proof: JsonObject } & JsonObject>(entry.file)
    const unsigned = read(`${folderOf(entry)}/unsigned.json`) as unknown as VerifiableCredential
    const signed = await addProof(unsigned, {
      signer: deterministicSigner(entry, read<KeyText>(entry.key), String(expected.proof.verificationMethod)),
      created: new Date(String(expected.proof.created)),
      cryptosuite: entry.cryptosuite,
      contexts,
    })
    expect(signed).toEqual(expected)
  })

  it.each(entries)('verifies $file, and not over a changed document', async (entry) => {
    const document = read<{ proof: JsonObject } & JsonObject>(entry.file)
    expect(cryptosuiteOf(document.proof)?.id).toBe(entry.cryptosuite)
    const options = { publicKey: publicKeyOf(read<KeyText>(entry.key).publicKeyMultibase), contexts }
    expect(await verdictOf(document, options)).toEqual([])
    const changed = { ...document, description: 'Another description' }
    expect(await verdictOf(changed, options)).toEqual(['signature-invalid /proof'])
  })

  it.each(entries)('verifies what the key of $file signs here', async (entry) => {
    const key = read<KeyText>(entry.key)
    const unsigned = read(`${folderOf(entry)}/unsigned.json`) as unknown as VerifiableCredential
    const signer = await signerFromJwk(await privateJwkFrom(key.secretKeyMultibase))
    const signed = await addProof(unsigned, { signer, cryptosuite: entry.cryptosuite, contexts })
    const options = { publicKey: publicKeyOf(key.publicKeyMultibase), contexts }
    expect(await verdictOf(signed as unknown as JsonObject, options)).toEqual([])
  })
})
