import { publicKeyFromJwk } from '@testamur/proofs/keys'
import { parseCompactJws, verifyVcJwtSignature } from '@testamur/proofs/vc-jwt'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface Vectors {
  readonly numberOfTests: number
  readonly testGroups: readonly {
    readonly comment: string
    readonly public?: Readonly<Record<string, unknown>>
    readonly private: Readonly<Record<string, unknown>>
    readonly tests: readonly { tcId: number; comment: string; jws: string; result: string }[]
  }[]
}

/** Returns why a token is refused: the code of the first problem, or that its key is of no use; `good` otherwise. */
async function verdict(jws: string, jwk: Readonly<Record<string, unknown>>): Promise<string> {
  const parsed = parseCompactJws(jws)
  if (!parsed.ok) return parsed.problem.code
  const publicKey = publicKeyFromJwk(jwk)
  if (publicKey === undefined) return 'no usable key'
  const [problem] = await verifyVcJwtSignature(parsed.jws, { publicKey })
  return problem?.code ?? 'good'
}

describeWithReference('Wycheproof: JSON Web Signature', () => {
  const { numberOfTests, testGroups } = readReferenceJson<Vectors>(
    'vectors',
    'wycheproof',
    'json_web_signature_test.json',
  )
  const tests = testGroups.flatMap((group) =>
    group.tests.map((test) => ({ ...test, group: group.comment, jwk: group.public ?? group.private })),
  )
  const algOf = (jws: string): string | undefined =>
    /"alg" ?: ?"([^"]*)"/.exec(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString())?.[1]
  const isSupported = (jws: string): boolean => ['ES256', 'ES384', 'RS256', 'EdDSA'].includes(algOf(jws) ?? '')

  it('has all its tests', () => {
    expect(tests).toHaveLength(numberOfTests)
    expect(tests.every(({ jws }) => typeof jws === 'string')).toBe(true)
  })

  it('accepts what is valid and signed by a supported algorithm, and nothing else', async () => {
    const good: number[] = []
    for (const { tcId, jws, jwk } of tests) if ((await verdict(jws, jwk)) === 'good') good.push(tcId)
    const expected = tests.filter(({ jws, result }) => result === 'valid' && isSupported(jws))
    expect(good).toEqual(expected.map(({ tcId }) => tcId))
    expect(expected.map(({ group, comment }) => `${group} ${comment}`)).toEqual([
      'es256 acceptsValid',
      'rs256 acceptsValid',
      'rs256 emptyPayload',
      'rs256 oneBytePayload',
      'rs256 normalPayload',
      'rfc7520 Figure13',
      'rfc7520WithKeyOps Figure13',
      'SpecialCaseEs256 valid',
    ])
  })

  it('refuses good tokens of other algorithms for their algorithm', async () => {
    const others = tests.filter(({ jws, result }) => result === 'valid' && !isSupported(jws))
    expect(new Set(others.map(({ jws }) => algOf(jws)))).toEqual(
      new Set(['HS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES512']),
    )
    for (const { jws, jwk, comment } of others) {
      // Some decoders skip what is no base64url; RFC 7515 §2 allows no such characters, so it is refused first.
      const isSkipped = comment === 'InvalidCharacterInsertedInHeader'
      expect(await verdict(jws, jwk)).toBe(isSkipped ? 'jwt-malformed' : 'jwt-algorithm')
    }
  })

  it.each([
    ['rejectsModifiedPayload', 'signature-invalid'],
    ['rejectsMissingSignatureAndSeparator', 'jwt-malformed'],
    ['rejectsNoneAlgorithmAndMissingSignature', 'jwt-algorithm'],
    ['algIsNone', 'jwt-algorithm'],
    ['rejectsSymmetryConfusionAttacks_aesKeyFromEcVerificationKeyBytes', 'jwt-algorithm'],
    ['rejectWrongUse', 'no usable key'],
    ['rejectWrongKeyOps', 'no usable key'],
    ['lengthOfSequenceUsesLongFormEncoding', 'signature-invalid'],
  ])('refuses %s as %s', async (comment, code) => {
    const named = tests.filter(
      (test) => test.comment === comment && (test.group !== 'hs256' || code === 'jwt-algorithm'),
    )
    expect(named).not.toHaveLength(0)
    for (const { jws, jwk } of named) expect(await verdict(jws, jwk)).toBe(code)
  })
})
