import { p256 } from '@noble/curves/nist.js'
import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { UnsignableDocumentError } from '../errors.js'
import type { Signer } from '../keys/interface.js'
import { encodeMultikey } from '../keys/multikey.js'
import {
  addBaseProof,
  type BaseProof,
  type BbsSigner,
  bbsSigner,
  createBaseProof,
  deriveCredential,
  generateBbsKey,
  type SelectiveDisclosureCryptosuiteId,
  UnderivableCredentialError,
  type VerifyDerivedProofOptions,
  verifyDerivedProof,
} from './index.js'

/** Credentials here are JSON with whatever the tests want to see refused. */
const asCredential = (document: object): VerifiableCredential => document as VerifiableCredential

const contexts = contextSource()

function p256Signer(): { signer: Signer; publicKeyMultibase: string } {
  const { secretKey, publicKey } = p256.keygen()
  const { publicKeyMultibase = '' } = encodeMultikey('ES256', publicKey) ?? {}
  const verificationMethod = `did:key:${publicKeyMultibase}#${publicKeyMultibase}`
  return {
    publicKeyMultibase,
    signer: { verificationMethod, algorithm: 'ES256', sign: (data) => p256.sign(data, secretKey) },
  }
}

const result = (value: string): JsonObject => ({ type: ['Result'], value })
const document: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer: { id: 'https://uni.example/issuer', type: ['Profile'], name: 'Example University' },
  validFrom: '2026-05-17T00:00:00Z',
  name: 'Statics',
  credentialStatus: [
    {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://uni.example/status/1',
    },
  ],
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
      type: ['Achievement'],
      name: 'Statics',
      description: 'Forces at rest.',
      criteria: { narrative: 'Two midterms.' },
    },
    result: [result('A'), result('B'), result('C')],
  },
}
const credential = asCredential(document)
const subject = document['credentialSubject'] as JsonObject
const selectivePointers = ['/credentialSubject/achievement/name', '/credentialSubject/result/1']

const codes = async (
  { proof, ...document }: JsonObject & { proof: JsonObject },
  options: VerifyDerivedProofOptions,
): Promise<string[]> =>
  (await verifyDerivedProof(document, proof, options)).map(({ code, pointer }) => `${code} ${pointer}`.trim())

afterEach(() => {
  vi.doUnmock('@digitalbazaar/ecdsa-sd-2023-cryptosuite')
  vi.doUnmock('@digitalbazaar/bbs-2023-cryptosuite')
  vi.doUnmock('@digitalbazaar/bls12-381-multikey')
})

describe.each<SelectiveDisclosureCryptosuiteId>(['ecdsa-sd-2023', 'bbs-2023'])('%s', (cryptosuite) => {
  let signer: Signer | BbsSigner
  let key: VerifyDerivedProofOptions
  let otherKey: VerifyDerivedProofOptions
  let signed: JsonObject & { proof: BaseProof }
  let shown: JsonObject & { proof: JsonObject }

  async function makeKey(): Promise<{ signer: Signer | BbsSigner; publicKeyMultibase: string }> {
    if (cryptosuite === 'ecdsa-sd-2023') return p256Signer()
    const signer = await bbsSigner(await generateBbsKey())
    return { signer, publicKeyMultibase: signer.publicKeyMultibase }
  }
  const create = async (from: object) => addBaseProof(asCredential(from), { signer, contexts })
  const derive = (from: object, ...pointers: string[]) =>
    deriveCredential(asCredential(from), { selectivePointers: pointers, contexts })

  beforeAll(async () => {
    const made = await makeKey()
    signer = made.signer
    key = { cryptosuite, publicKeyMultibase: made.publicKeyMultibase, contexts }
    otherKey = { ...key, publicKeyMultibase: (await makeKey()).publicKeyMultibase }
    const before = structuredClone(document)
    signed = (await addBaseProof(credential, {
      signer,
      contexts,
      mandatoryPointers: ['/credentialSubject/achievement/description'],
      created: new Date('2026-06-01T12:00:00.789Z'),
    })) as unknown as typeof signed
    expect(document).toEqual(before)
    shown = await derive(signed, ...selectivePointers)
  })

  it('adds a base proof to the credential', () => {
    expect({ ...signed, proof: undefined }).toEqual({ ...document, proof: undefined })
    expect(signed.proof).toEqual({
      type: 'DataIntegrityProof',
      cryptosuite,
      ...(cryptosuite === 'bbs-2023' ? {} : { created: '2026-06-01T12:00:00Z' }),
      verificationMethod: signer.verificationMethod,
      proofPurpose: 'assertionMethod',
      proofValue: expect.stringMatching(/^u2V0[AC]/),
    })
  })

  it('discloses what is selected, what is mandatory, and nothing else', () => {
    const { proof, ...disclosed } = shown
    expect(disclosed).toEqual({
      '@context': document['@context'],
      id: document['id'],
      type: document['type'],
      issuer: document['issuer'],
      validFrom: '2026-05-17T00:00:00Z',
      credentialStatus: document['credentialStatus'],
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: {
          id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
          type: ['Achievement'],
          name: 'Statics',
          description: 'Forces at rest.',
        },
        result: [result('B')],
      },
    })
    expect(proof).toEqual({ ...signed.proof, proofValue: expect.stringMatching(/^u2V0[BD]/) })
  })

  it('verifies what was derived, with the key that signed', async () => {
    expect(await codes(shown, key)).toEqual([])
    expect(await codes(shown, otherKey)).toEqual(['signature-invalid /proof'])
    expect(await codes(await derive(signed), key)).toEqual([])
    expect(await codes(await derive(signed, ''), key)).toEqual([])
  })

  it('refuses the base proof', async () => {
    expect(await codes(signed, key)).toEqual(['proof-not-derived /proof/proofValue'])
  })

  it.each<[string, (shown: JsonObject) => object]>([
    ['a changed mandatory statement', (it) => ({ ...it, validFrom: '2026-05-18T00:00:00Z' })],
    ['a removed mandatory statement', (it) => ({ ...it, validFrom: undefined })],
    ['a removed status', (it) => ({ ...it, credentialStatus: undefined })],
    ['another issuer', (it) => ({ ...it, issuer: 'https://other.example/issuer' })],
    ['a changed disclosed statement', (it) => ({ ...it, credentialSubject: { ...subject, result: [result('A')] } })],
    ['a statement that was withheld', (it) => ({ ...it, name: 'Statics' })],
    ['an added statement', (it) => ({ ...it, description: 'With honours' })],
    ['an added object', (it) => ({ ...it, evidence: [{ type: ['Evidence'], narrative: 'Seen.' }] })],
    ['another type', (it) => ({ ...it, type: ['VerifiableCredential', 'EndorsementCredential'] })],
  ])('refuses %s', async (_, change) => {
    const changed = change(structuredClone(shown)) as typeof shown
    expect(await codes(changed, key)).toEqual(['signature-invalid /proof'])
  })

  it.each<[string, (proof: JsonObject) => JsonObject]>([
    ['another purpose', (proof) => ({ ...proof, proofPurpose: 'authentication' })],
    ['another time', (proof) => ({ ...proof, created: '2026-06-02T12:00:00Z' })],
    ['another method', (proof) => ({ ...proof, verificationMethod: 'https://other.example/keys#1' })],
    ['a removed method', (proof) => ({ ...proof, verificationMethod: undefined })],
  ])('refuses a proof with %s', async (_, change) => {
    expect(await codes({ ...shown, proof: change(shown.proof) }, key)).toEqual(['signature-invalid /proof'])
  })

  it.each([
    ['none', undefined],
    ['no text', 7],
    ['of the base of another kind of multibase', 'z2V0A'],
    ['no base64url', 'u2V0B+/=='],
    ['of the other cryptosuite', cryptosuite === 'bbs-2023' ? 'u2V0BgA' : 'u2V0DgA'],
    ['without content', cryptosuite === 'bbs-2023' ? 'u2V0D' : 'u2V0B'],
    ['with an empty list', cryptosuite === 'bbs-2023' ? 'u2V0DgA' : 'u2V0BgA'],
  ])('refuses a proof value that is %s', async (_, proofValue) => {
    const { proofValue: __, ...rest } = shown.proof
    const proof = proofValue === undefined ? rest : { ...rest, proofValue }
    expect(await codes({ ...shown, proof }, { ...key, pointer: '/proof/2' })).toEqual([
      'proof-malformed /proof/2/proofValue',
    ])
  })

  it('refuses a proof value with one byte changed', async () => {
    const text = String(shown.proof['proofValue'])
    for (const at of [80, 200, 320]) {
      const proofValue = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
      expect(await codes({ ...shown, proof: { ...shown.proof, proofValue } }, key)).not.toEqual([])
    }
  })

  it.each([
    ['of another curve', 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'],
    ['that is no Multikey', 'did:key:z6Mk'],
  ])('refuses a key %s', async (_, publicKeyMultibase) => {
    expect(await codes(shown, { ...key, publicKeyMultibase })).toEqual(['key-algorithm /proof/verificationMethod'])
  })

  it('refuses what no context defines, in the document and in the proof', async () => {
    const grade = { ...shown, grade: 'A' }
    expect(await codes(grade, key)).toEqual(['term-undefined /grade'])
    expect(await codes({ ...shown, proof: { ...shown.proof, grade: 'A' } }, key)).toEqual([
      'term-undefined /proof/grade',
    ])
    const unknown = { ...shown, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://other.example/v1'] }
    expect(await codes(unknown, key)).toEqual(['context-unknown /@context/1'])
    await expect(create({ ...document, grade: 'A' })).rejects.toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      problems: [{ code: 'term-undefined', pointer: '/grade' }],
    })
    await expect(derive({ ...signed, grade: 'A' }, '')).rejects.toMatchObject({
      code: 'ERR_UNDERIVABLE_CREDENTIAL',
      problems: [{ code: 'term-undefined', pointer: '/grade' }],
    })
  })

  it('does not take the context of a proof for that of the document', async () => {
    const proof = { ...shown.proof, '@context': { proofPurpose: 'https://other.example/purpose' } }
    expect(await codes({ ...shown, proof }, key)).toEqual([])
  })

  it('refuses text that looks like a label, which would not be covered behind it', async () => {
    const labelled = { ...subject, achievement: { ...(subject['achievement'] as JsonObject), name: 'Total_:95' } }
    await expect(create({ ...document, credentialSubject: labelled })).rejects.toMatchObject({
      problems: [{ code: 'value-not-covered', pointer: '/credentialSubject/achievement/name' }],
    })
    const changed = { ...shown, name: 'Total_:95' }
    expect(await codes(changed, key)).toEqual(['value-not-covered /name'])
  })

  it('refuses a value that stands twice in two spellings', async () => {
    const units = { '@id': 'urn:example:credits', '@type': 'http://www.w3.org/2001/XMLSchema#integer' }
    const context = [...(document['@context'] as string[]), { credits: 'urn:example:credits', units }]
    await expect(create({ ...document, '@context': context, credits: 3, units: '3' })).rejects.toMatchObject({
      problems: [{ code: 'duplicate-statement' }],
    })
  })

  it('ends with documents that are made to exhaust it', async () => {
    const lookalikes = (depth: number): JsonObject => ({
      type: ['Evidence'],
      ...(depth > 0 && { evidence: Array.from({ length: 4 }, () => lookalikes(depth - 1)) }),
    })
    const inline = { evidence: 'https://www.w3.org/2018/credentials#evidence' }
    const extended = (from: JsonObject) => ({
      ...from,
      evidence: lookalikes(3)['evidence'],
      '@context': [...(document['@context'] as string[]), inline],
    })
    await expect(create(extended(document))).rejects.toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      problems: [{ code: 'canonicalization-limit' }],
    })
    expect(await codes({ ...extended(shown), proof: shown.proof }, key)).toEqual(['canonicalization-limit'])
    await expect(derive(extended(signed), '')).rejects.toMatchObject({
      code: 'ERR_UNDERIVABLE_CREDENTIAL',
      problems: [{ code: 'canonicalization-limit' }],
    })
  })

  it('keeps a credential inside a credential whole', async () => {
    const { proof, ...inner } = await create({ ...document, id: 'urn:uuid:inner' })
    const clr = {
      ...document,
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        (document['@context'] as string[])[1],
      ],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        type: ['ClrSubject'],
        verifiableCredential: [
          { ...inner, proof },
          { ...inner, id: 'urn:uuid:other', proof },
        ],
      },
    }
    const signedClr = await create(clr)
    const derived = await derive(signedClr, '/credentialSubject/verifiableCredential/1')
    const [first, second] = clr.credentialSubject.verifiableCredential
    const withInner = (...inner: unknown[]) => ({ type: ['ClrSubject'], verifiableCredential: inner as JsonObject[] })
    expect(derived['credentialSubject']).toEqual(withInner(second))
    expect(await codes(derived, key)).toEqual([])
    const exchanged = { ...derived, credentialSubject: withInner(first) }
    expect(await codes(exchanged, key)).toEqual(['signature-invalid /proof'])
    const { proof: _, ...proofless } = second as unknown as JsonObject
    expect(await codes({ ...derived, credentialSubject: withInner(proofless) }, key)).toEqual([
      'signature-invalid /proof',
    ])
    const both = await derive(signedClr, '/credentialSubject')
    expect(both['credentialSubject']).toEqual(withInner(first, second))
    expect(await codes(both, key)).toEqual([])
  })

  it('makes mandatory what stands in a credential inside a credential', async () => {
    const { proof, ...inner } = await create({ ...document, id: 'urn:uuid:inner' })
    const endorsement = [{ ...inner, proof }]
    const issuer = { ...(document['issuer'] as JsonObject), endorsement }
    const derived = await derive(await create({ ...document, issuer }), '/name')
    expect(derived['issuer']).toEqual(issuer)
    expect(await codes(derived, key)).toEqual([])
    const changed = {
      ...derived,
      issuer: { ...issuer, endorsement: [{ ...inner, proof: { ...proof, proofValue: 'u2V0' } }] },
    }
    expect(await codes(changed as unknown as typeof derived, key)).toEqual(['signature-invalid /proof'])
  })

  it.each([
    ['a pointer to nothing', '/credentialSubject/result/3'],
    ['a pointer that leaves the credential', '/toString'],
    ['a pointer without a slash', 'credentialSubject'],
  ])('wants to know what to select: %s', async (_, pointer) => {
    const options = { signer, contexts, mandatoryPointers: [pointer] }
    await expect(addBaseProof(credential, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    await expect(derive(signed, pointer)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.each([
    ['a list of one element', { evidence: [{ type: ['Evidence'], narrative: 'Seen.' }] }, '/evidence/0'],
    ['an object with nothing but an id', { evidence: { id: 'https://uni.example/evidence' } }, '/evidence/id'],
    ['one type', { evidence: { type: ['Evidence'] } }, '/evidence/type/0'],
    ['a name with a tilde', { 'b~c': 'x', '@context': { 'b~c': 'urn:example:a' } }, '/b~0c'],
    [
      'a name that starts with a digit',
      { '2026-spring': 'x', '@context': { '2026-spring': 'urn:example:a' } },
      '/2026-spring',
    ],
  ])('selects %s', async (_, { '@context': inline = {}, ...members }: JsonObject, pointer) => {
    const context = [...(document['@context'] as string[]), inline]
    const derived = await derive(await create({ ...document, ...members, '@context': context }), pointer)
    expect(derived).toMatchObject(members)
    expect(derived).not.toHaveProperty('name')
    expect(await codes(derived, key)).toEqual([])
  })

  it('selects some of equal objects', async () => {
    const results = [result('A'), result('A'), result('A'), result('B')]
    const signed = await create({ ...document, credentialSubject: { ...subject, result: results } })
    const derived = await derive(signed, '/credentialSubject/result/2', '/credentialSubject/result/0')
    expect(derived).toMatchObject({ credentialSubject: { result: [result('A'), result('A')] } })
    expect(await codes(derived, key)).toEqual([])
  })

  it('refuses to disclose parts of JSON that is a value', async () => {
    const context = [...(document['@context'] as string[]), { raw: { '@id': 'urn:example:raw', '@type': '@json' } }]
    const raw = { ...document, '@context': context, raw: { a: { b: 1 } } }
    await expect(create(raw)).rejects.toMatchObject({ problems: [{ code: 'value-not-covered' }] })
  })

  it('derives from a base proof only', async () => {
    await expect(derive(credential, '')).rejects.toThrow(UnderivableCredentialError)
    await expect(derive(shown, '')).rejects.toThrow(UnderivableCredentialError)
    const others = [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }, 'a text', signed.proof]
    const derived = await derive({ ...signed, proof: others }, '/name')
    expect(await codes(derived, key)).toEqual([])
    const changed = { ...signed, validFrom: undefined, name: undefined }
    await expect(derive(changed, '')).rejects.toMatchObject({ problems: [{ code: 'proof-malformed' }] })
  })

  it('asks which of several base proofs', async () => {
    const again = await create(credential)
    const both = { ...signed, proof: [signed.proof, again.proof] }
    await expect(derive(both, '/name')).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
      message: expect.stringMatching('/proof/0 or /proof/1'),
    })
    const options = { selectivePointers: ['/name'], contexts, pointer: '/proof/1' }
    const derived = await deriveCredential(asCredential(both), options)
    expect(derived).not.toHaveProperty('credentialSubject')
    expect(await codes(derived, key)).toEqual([])
  })

  it('checks the signer', async () => {
    const options = { contexts, created: '2026-06-01T12:00:00Z', proofPurpose: 'assertionMethod' }
    const broken = { ...signer, sign: () => new Uint8Array(70), signMessages: async () => new Uint8Array(70) }
    await expect(createBaseProof(document, { ...options, signer: broken })).rejects.toMatchObject({
      code: 'ERR_SIGNATURE_MALFORMED',
    })
    const failure = new Error('the key service is away')
    const away = { ...signer, sign: () => Promise.reject(failure), signMessages: () => Promise.reject(failure) }
    await expect(createBaseProof(document, { ...options, signer: away })).rejects.toBe(failure)
    await expect(createBaseProof(document, { ...options, signer, created: 'today' })).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
    })
    await expect(addBaseProof(credential, { signer, contexts, created: new Date(Number.NaN) })).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
    })
  })

  it('says which package is missing', async () => {
    vi.doMock(`@digitalbazaar/${cryptosuite}-cryptosuite`, () => {
      throw new Error('Cannot find package')
    })
    vi.resetModules()
    const fresh = await import('./index.js')
    const command = `npm install @digitalbazaar/${cryptosuite}-cryptosuite`
    const { proof, ...disclosed } = shown
    expect(await fresh.verifyDerivedProof(disclosed, proof, key)).toMatchObject([
      { code: 'cryptosuite-not-installed', pointer: '/proof/cryptosuite', detail: expect.stringMatching(command) },
    ])
    await expect(fresh.addBaseProof(credential, { signer, contexts })).rejects.toMatchObject({
      code: 'ERR_CRYPTOSUITE_NOT_INSTALLED',
      message: expect.stringMatching(command),
    })
  })

  it('refuses what is not JSON', async () => {
    const circular: Record<string, unknown> = { ...credential }
    circular['self'] = circular
    await expect(create(circular)).rejects.toThrow(UnsignableDocumentError)
    await expect(derive(circular, '')).rejects.toThrow(UnderivableCredentialError)
  })
})

describe('ecdsa-sd-2023 alone', () => {
  it('needs a P-256 key that takes as much as is signed', async () => {
    const { signer } = p256Signer()
    const eddsa = { ...signer, algorithm: 'EdDSA' } as const
    await expect(addBaseProof(credential, { signer: eddsa, contexts })).rejects.toMatchObject({
      code: 'ERR_ALGORITHM_MISMATCH',
    })
    const narrow = { ...signer, maxMessageBytes: 64 }
    await expect(addBaseProof(credential, { signer: narrow, contexts })).rejects.toMatchObject({
      code: 'ERR_MESSAGE_TOO_LONG',
    })
  })

  it('refuses a key that is no point of the curve', async () => {
    const { signer } = p256Signer()
    const { proof, ...disclosed } = await deriveCredential(await addBaseProof(credential, { signer, contexts }), {
      selectivePointers,
      contexts,
    })
    const { publicKeyMultibase = '' } = encodeMultikey('ES256', new Uint8Array(33).fill(255).fill(2, 0, 1)) ?? {}
    const options = { cryptosuite: 'ecdsa-sd-2023', publicKeyMultibase, contexts } as const
    expect(await verifyDerivedProof(disclosed, proof, options)).toMatchObject([{ code: 'key-malformed' }])
  })

  it('binds to no presentation', async () => {
    const signed = await addBaseProof(credential, { signer: p256Signer().signer, contexts })
    const options = { selectivePointers, contexts, presentationHeader: Uint8Array.of(1) }
    await expect(deriveCredential(signed, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})

describe('bbs-2023 alone', () => {
  it('makes keys, and signers of them', async () => {
    const key = await generateBbsKey()
    const signer = await bbsSigner(key)
    expect(signer.publicKeyMultibase).toBe(key.publicKeyMultibase)
    expect(signer.verificationMethod).toBe(`did:key:${key.publicKeyMultibase}#${key.publicKeyMultibase}`)
    const verificationMethod = 'did:web:uni.example#bbs'
    expect((await bbsSigner(key, { verificationMethod })).verificationMethod).toBe(verificationMethod)
    expect(Object.values(signer)).not.toContain(key.secretKeyMultibase)
  })

  it('does not show what is no key', async () => {
    const { publicKeyMultibase } = await generateBbsKey()
    for (const secretKeyMultibase of ['', 'z6MkSecret', publicKeyMultibase]) {
      const refused = bbsSigner({ secretKeyMultibase })
      await expect(refused).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
      await expect(refused).rejects.not.toThrow(secretKeyMultibase || 'undefined')
    }
  })

  it('wants a signer with its public key', async () => {
    const signer = { ...(await bbsSigner(await generateBbsKey())), publicKeyMultibase: 'z6Mk' }
    await expect(addBaseProof(credential, { signer, contexts })).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })

  it('binds a derived proof to a presentation', async () => {
    const signer = await bbsSigner(await generateBbsKey())
    const signed = await addBaseProof(credential, { signer, contexts })
    const presentationHeader = new TextEncoder().encode('challenge of the verifier')
    const options = { cryptosuite: 'bbs-2023', publicKeyMultibase: signer.publicKeyMultibase, contexts } as const
    const bound = await deriveCredential(signed, { selectivePointers, contexts, presentationHeader })
    expect(await codes(bound, options)).toEqual([])
    expect(await codes(bound, { ...options, presentationHeader })).toEqual([])
    const other = { ...options, presentationHeader: Uint8Array.of(1) }
    expect(await codes(bound, other)).toEqual(['proof-challenge /proof/proofValue'])
    const free = await deriveCredential(signed, { selectivePointers, contexts })
    expect(await codes(free, { ...options, presentationHeader })).toEqual(['proof-challenge /proof/proofValue'])
  })

  it('is for so many statements, withheld ones included', async () => {
    const signer = await bbsSigner(await generateBbsKey())
    const many = {
      ...subject,
      result: Array.from({ length: 2000 }, (_, index) => ({ id: `urn:x:${index}`, ...result('A') })),
    }
    const large = asCredential({ ...document, credentialSubject: many })
    await expect(addBaseProof(large, { signer, contexts })).rejects.toMatchObject({
      problems: [{ code: 'proof-limit' }],
    })
  })

  it('says which package makes keys and derives', async () => {
    const signed = await addBaseProof(credential, { signer: await bbsSigner(await generateBbsKey()), contexts })
    vi.doMock('@digitalbazaar/bls12-381-multikey', () => {
      throw new Error('Cannot find package')
    })
    vi.resetModules()
    const fresh = await import('./index.js')
    const missing = {
      code: 'ERR_CRYPTOSUITE_NOT_INSTALLED',
      message: expect.stringMatching('npm install @digitalbazaar/bls12-381-multikey'),
    }
    await expect(fresh.generateBbsKey()).rejects.toMatchObject(missing)
    await expect(fresh.deriveCredential(asCredential(signed), { selectivePointers, contexts })).rejects.toMatchObject(
      missing,
    )
  })
})
