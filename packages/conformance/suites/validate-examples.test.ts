import { type Finding, validate } from '@testamur/credentials/validate'
import { expect, it } from 'vitest'
import { type Example, officialExamples } from '../official-schemas.js'
import { describeWithReference } from '../reference.js'

/** What refuses an example that is invalid by its schema, by a rule or by its names: the rule, the code and the place. */
const refusals: Readonly<Record<string, string>> = {
  'clr-v2p0/learncard.clr.competency-aligned.json': 'schema context-order /@context',
  'clr-v2p0/learncard.clr.great-plains-full.json':
    'schema value-format /credentialSubject/verifiableCredential/4/validFrom',
  'clr-v2p0/learncard.clr.minimal.json': 'schema context-order /@context',
  'clr-v2p0/learncard.clr.nd-student-transcript.json':
    'schema value-format /credentialSubject/verifiableCredential/2/validFrom',
  'clr-v2p0/learncard.clr.westbridge-full.json': 'schema context-order /@context',
  'clr-v2p0/validator.simple-noproof.json': 'schema context-position /@context/1',
  'clr-v2p0/validator.simple_old_safesigned.json': 'schema context-position /@context/1',
  'ob-v3p0/learncard.invalid.empty-type.json': 'envelope-type type-missing /type',
  'ob-v3p0/learncard.invalid.missing-issuer.json': 'issuer member-missing ',
  'ob-v3p0/learncard.obv3.1edtech-full.json':
    'schema value-not-allowed /credentialSubject/achievement/resultDescription/1/resultType',
  'ob-v3p0/learncard.obv3.with-endorsement.json': 'schema member-missing /endorsement/0',
  'ob-v3p0/validator.simple-err-credential-subject-achievement-result-description-type.json':
    'type-names type-missing /credentialSubject/achievement/resultDescription/2/type',
  'ob-v3p0/validator.simple-err-credential-subject-result-type.json':
    'schema type-missing /credentialSubject/result/1/type',
  'ob-v3p0/validator.simple-err-credential-subject-type.json': 'schema type-missing /credentialSubject/type',
  'ob-v3p0/validator.simple-err-evidence-type.json': 'type-names type-missing /evidence/1/type',
  'ob-v3p0/validator.simple-err-issued.json': 'schema member-missing /credentialSubject',
  'ob-v3p0/validator.simple-err-issuer-otheridentifier-type.json':
    'schema value-not-allowed /issuer/otherIdentifier/1/type',
  'ob-v3p0/validator.simple-err-issuer-type.json': 'schema type-missing /issuer/type',
  'ob-v3p0/validator.simple-err-issuer.json': 'schema member-missing ',
  'ob-v3p0/validator.simple-err-proof-method-no-scheme.json': 'proof-fields proof-method /proof/0/verificationMethod',
  'ob-v3p0/validator.simple-err-type.json': 'type-names-subject type-misses-subject /type',
  'ob-v3p0/validator.simple-noproof.json': 'schema member-missing /credentialSubject',
  // The official tool cannot load a context of it; here that is a warning.
  'ob-v3p0/validator.velocity.jwt': 'date-names date-of-other-version /validFrom',
}

/** What is invalid for a reason that `validate` does not look at, and takes: keys, status, and what is on the network. */
const leftToVerification: Readonly<Record<string, string>> = {
  'ob-v3p0/validator.bit-string-list-credential-status-revoked.json': 'revoked in a status list',
  'ob-v3p0/validator.complete.json': 'names a schema that cannot be fetched',
  'ob-v3p0/validator.credential-status-revoked.json': 'revoked in a revocation list',
  'ob-v3p0/validator.endorsement-err-schema-status-refresh.json': 'refresh service and schema cannot be fetched',
  'ob-v3p0/validator.simple-err-proof-method-unknown-did-method.json': 'a DID method that nobody resolves',
  'ob-v3p0/validator.simple-err-proof-method.json': 'a key that cannot be fetched',
}

const line = ({ rule, code, pointer }: Finding): string => `${rule} ${code} ${pointer}`
const errorsOf = ({ document }: Example): string[] =>
  validate(document)
    .findings.filter(({ level }) => level === 'error')
    .map(line)

describeWithReference('validate: the official examples', () => {
  const checked = officialExamples().filter(({ level }) => level !== 'proof+status+dates')
  const invalid = checked.filter(({ expected }) => expected === 'invalid')

  it.each(checked.filter(({ expected }) => expected === 'valid'))('$file is valid', (example) => {
    expect(errorsOf(example)).toEqual([])
  })

  it('each that is invalid is refused for a named reason, or left to verification for one', () => {
    const named = [...Object.keys(refusals), ...Object.keys(leftToVerification)]
    expect(named.sort()).toEqual(invalid.map(({ file }) => file).sort())
  })

  it.each(invalid.filter(({ file }) => file in refusals))('$file is refused for the right reason', (example) => {
    expect(errorsOf(example)).toContain(refusals[example.file])
  })

  it.each(invalid.filter(({ file }) => file in leftToVerification))('$file is left to verification', (example) => {
    expect(errorsOf(example)).toEqual([])
  })

  // Where a context could not be loaded, safe mode says nothing of names.
  const named = officialExamples().filter(({ safeMode = 'Dereferencing' }) => !safeMode.startsWith('Dereferencing'))

  it.each(named)('finds the undefined names of $file, if JSON-LD in safe mode does', ({ document, safeMode }) => {
    const { valid, findings } = validate(document)
    const nameErrors = findings.filter(({ rule, level }) => rule === 'terms' && level === 'error')
    if (safeMode === 'ok') expect(nameErrors).toEqual([])
    // Where another rule points at the same value, the name is not reported once more.
    else expect(valid).toBe(false)
  })

  it('names an undefined term, type and context by their codes', () => {
    const codes = named.flatMap(({ document }) => validate(document).findings.map(({ code }) => code))
    expect(codes).toEqual(expect.arrayContaining(['term-undefined', 'type-undefined']))
  })
})
