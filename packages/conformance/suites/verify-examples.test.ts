import { validate } from '@testamur/credentials/validate'
import { type CheckId, type VerificationReport, type VerifyOptions, verify } from 'testamur'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceBytes, readReferenceJson } from '../reference.js'

// Every entry of the official examples, handed over as its bytes, offline, with the stored remote documents.

interface Entry {
  readonly file: string
  readonly kind: 'json' | 'vc-jwt' | 'baked-png' | 'baked-svg' | 'canonical-nquads'
  readonly level: 'full' | 'proof+status+dates' | 'document'
  readonly expected: 'valid' | 'invalid' | 'n/a'
}

interface Index {
  readonly entries: readonly Entry[]
  readonly remoteDocuments: Readonly<Record<string, { readonly file: string }>>
}

/** The day on which the verdicts of the index were measured. */
const now = new Date('2026-11-21T12:00:00Z')

const selfAsserted = {
  options: { acceptSelfAssertedKeys: true },
  why: 'only the fragment of the issuer’s id, a did:key or the header says that the key is the issuer’s',
} as const

/** The entries that need an option to be verified, reviewed one by one; all others are judged without any. */
const optionsOf: Readonly<Record<string, { readonly options: VerifyOptions; readonly why: string }>> = {
  'clr-v2p0/validator.complex.json': selfAsserted,
  'clr-v2p0/validator.simple.json': selfAsserted,
  'ob-v3p0/validator.bit-string-list-testlist.json': selfAsserted,
  'ob-v3p0/validator.endorsement-valid.json': selfAsserted,
  'ob-v3p0/validator.simple-context-version.json': selfAsserted,
  'ob-v3p0/validator.simple-did-web-method.json': selfAsserted,
  'ob-v3p0/validator.simple-eddsa-2022.json': selfAsserted,
  'ob-v3p0/validator.simple-json.svg': selfAsserted,
  'ob-v3p0/validator.simple-jwt.png': selfAsserted,
  'ob-v3p0/validator.simple-jwt_v1.svg': selfAsserted,
  'ob-v3p0/validator.simple.1ob': selfAsserted,
  'ob-v3p0/validator.simple.json': selfAsserted,
  'ob-v3p0/validator.simple_v1.json': selfAsserted,
  // Invalid for what their status lists say, which are signed by such keys too.
  'ob-v3p0/validator.bit-string-list-credential-status-revoked.json': selfAsserted,
}

/** What keeps an entry of the level `full` from being verified: the outcome, the check, and its code. */
const refusals: Readonly<Record<string, string>> = {
  'clr-v2p0/validator.simple-noproof.json': 'rejected context context-unknown',
  'clr-v2p0/validator.simple_old_safesigned.json': 'rejected context context-unknown',
  'ob-v2p0/validator.simple-revoked.jwt': 'undetermined parse open-badges-2',
  'ob-v3p0/validator.bit-string-list-credential-status-revoked.json': 'rejected status revoked',
  'ob-v3p0/validator.complete.json': 'rejected issuer key-self-asserted',
  // Neither the issuer's key nor its revocation list is stored.
  'ob-v3p0/validator.credential-status-revoked.json': 'undetermined status status-unobtainable',
  'ob-v3p0/validator.endorsement-err-schema-status-refresh.json': 'rejected proof signature-invalid',
  'ob-v3p0/validator.simple-err-credential-subject-achievement-result-description-type.json':
    'rejected context term-undefined',
  'ob-v3p0/validator.simple-err-credential-subject-result-type.json': 'rejected context term-undefined',
  'ob-v3p0/validator.simple-err-credential-subject-type.json': 'rejected context term-undefined',
  'ob-v3p0/validator.simple-err-evidence-type.json': 'rejected context term-undefined',
  'ob-v3p0/validator.simple-err-issued.json': 'rejected validity not-yet-valid',
  'ob-v3p0/validator.simple-err-issuer-otheridentifier-type.json': 'rejected context term-undefined',
  'ob-v3p0/validator.simple-err-issuer-type.json': 'rejected context value-not-covered',
  'ob-v3p0/validator.simple-err-issuer.json': 'rejected schema schema-invalid',
  'ob-v3p0/validator.simple-err-proof-method-no-scheme.json': 'rejected issuer verification-method-invalid',
  'ob-v3p0/validator.simple-err-proof-method-unknown-did-method.json': 'rejected issuer key-not-issuers',
  // The fragment is no key, but the issuer's profile, which is not stored, could list one of that name.
  'ob-v3p0/validator.simple-err-proof-method.json': 'undetermined issuer key-unobtainable',
  'ob-v3p0/validator.simple-err-type.json': 'rejected context value-not-covered',
  'ob-v3p0/validator.simple-noproof.json': 'rejected proof proof-missing',
  'ob-v3p0/validator.velocity.jwt': 'rejected context context-unknown',
}

/** Valid, but what would tell so is not stored: the revocation list of one, the DID document of the other. */
const undetermined: Readonly<Record<string, { readonly options: VerifyOptions; readonly reason: string }>> = {
  'ob-v3p0/specD.example36.jwt': {
    options: selfAsserted.options,
    reason: 'status status-unobtainable',
  },
  'ob-v3p0/verifier-core.v2didWebMultikeyWithValidStatus.json': {
    // Its subject has neither id nor identifier.
    options: { schema: 'warn' },
    reason: 'proof key-unobtainable',
  },
}

const read = (file: string): Uint8Array => readReferenceBytes('reference', 'examples', file)

/** The outer checks that the level `proof+status+dates` names. */
const outerChecks: ReadonlySet<CheckId> = new Set(['parse', 'proof', 'status', 'validity'])

const unsettled = ({ checks }: VerificationReport): string[] =>
  checks
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
    .map(({ id, problem }) => `${id} ${problem?.code}`)

describeWithReference('verify: the official examples', () => {
  const { entries, remoteDocuments } = readReferenceJson<Index>('reference', 'examples', 'index.json')
  const documents = Object.fromEntries(Object.entries(remoteDocuments).map(([url, { file }]) => [url, read(file)]))
  const judge = (file: string, options: VerifyOptions = {}): Promise<VerificationReport> =>
    verify(read(file), { documents, offline: true, now, ...options })
  const those = (level: Entry['level'], ...expected: Entry['expected'][]): string[] =>
    entries.filter((entry) => entry.level === level && expected.includes(entry.expected)).map(({ file }) => file)
  const isOpenBadge2 = (file: string): boolean => file.startsWith('ob-v2p0/')

  it('are 137, and each is judged below', () => {
    const canonical = entries.filter(({ kind }) => kind === 'canonical-nquads')
    expect(canonical.every(({ expected }) => expected === 'n/a')).toBe(true)
    const judged = (['full', 'proof+status+dates', 'document'] as const).flatMap((level) =>
      those(level, 'valid', 'invalid'),
    )
    expect(entries).toHaveLength(137)
    expect(judged.length + canonical.length).toBe(137)
  })

  describe('level full', () => {
    it.each(those('full', 'valid').filter((file) => !isOpenBadge2(file)))('%s is verified', async (file) => {
      const report = await judge(file, optionsOf[file]?.options)
      expect(report.errors).toEqual([])
      expect(report.outcome).toBe('verified')
    })

    it.each(those('full', 'valid').filter(isOpenBadge2))('%s is of version 2, and undetermined', async (file) => {
      const report = await judge(file)
      expect([report.outcome, report.errors.map(({ code }) => code)]).toEqual(['undetermined', ['open-badges-2']])
    })

    it.each(those('full', 'invalid'))('%s is refused for its reason', async (file) => {
      const report = await judge(file, optionsOf[file]?.options)
      const [outcome, ...reason] = refusals[file]?.split(' ') ?? []
      expect(report.outcome).toBe(outcome)
      expect(unsettled(report)).toContain(reason.join(' '))
    })

    it('names exactly the entries that need an option, or are refused', () => {
      expect(Object.keys(refusals).sort()).toEqual(those('full', 'invalid').sort())
      expect(Object.keys(optionsOf).filter((file) => !those('full', 'valid', 'invalid').includes(file))).toEqual([])
    })

    it.each(Object.keys(optionsOf))('%s is not verified without its option', async (file) => {
      const report = await judge(file)
      expect(report.outcome).toBe('rejected')
      expect(unsettled(report)).toContain('issuer key-self-asserted')
    })
  })

  describe('level proof+status+dates', () => {
    const outer = ({ checks }: VerificationReport): string[] =>
      checks
        .filter(({ id, outcome }) => outerChecks.has(id) && outcome !== 'passed' && outcome !== 'not-applicable')
        .map(({ id, problem }) => `${id} ${problem?.code}`)

    it.each(those('proof+status+dates', 'valid').filter((file) => undetermined[file] === undefined))(
      '%s passes its outer checks',
      async (file) => {
        expect(outer(await judge(file))).toEqual([])
      },
    )

    it.each(Object.entries(undetermined))('%s is undetermined', async (file, { options, reason }) => {
      const report = await judge(file, options)
      expect(report.outcome).toBe('undetermined')
      expect(outer(report)).toContain(reason)
    })

    it.each(those('proof+status+dates', 'invalid'))(
      '%s fails one of them, for what it is named after',
      async (file) => {
        const found = outer(await judge(file))
        expect(found).not.toEqual([])
        expect(found).toEqual(expect.arrayContaining(expectedBy(file)))
      },
    )
  })

  describe('level document', () => {
    it.each(those('document', 'valid', 'invalid'))(
      '%s fails for want of a proof, and validates or not',
      async (file) => {
        const entry = entries.find((each) => each.file === file)
        const document: unknown = JSON.parse(new TextDecoder().decode(read(file)))
        const isValid = validate(document).findings.every(({ level }) => level !== 'error')
        expect(isValid).toBe(entry?.expected === 'valid')
        const report = await judge(file)
        expect(report.outcome).toBe('rejected')
        expect(unsettled(report)).toContain('proof proof-missing')
      },
    )
  })
})

/** What the name of a fixture says is wrong with it. */
function expectedBy(file: string): string[] {
  const reasons: readonly (readonly [RegExp, string])[] = [
    [/-expired(Status)?\b|-noExpiry-expired|Status-expired/, 'validity expired'],
    [/revokedStatus/, 'status revoked'],
    [/-notYetValid\b/, 'validity not-yet-valid'],
    [/-tampered\b/, 'proof signature-invalid'],
    [/expiredStatus|notYetValidStatus/, 'status status-list-expired'],
    [/tamperedStatus/, 'status status-list-unverified'],
    [/safeModeBreaker/, 'proof value-not-covered'],
    [/BadDidWeb/, 'proof key-unobtainable'],
  ]
  const found = reasons.filter(([pattern]) => pattern.test(file)).map(([, reason]) => reason)
  return /expiredStatus/.test(file) ? found.filter((reason) => reason !== 'validity expired') : found
}
