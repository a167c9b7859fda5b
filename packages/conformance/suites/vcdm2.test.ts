import { validate } from '@testamur/credentials/validate'
import type { JsonObject } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface Entry {
  readonly file: string
  readonly expected: 'ok' | 'fails' | 'fails-or-inject' | 'not stated'
  readonly usedBySuite: boolean
}

/** What refuses each of the suite's documents that must be refused: the rule, the code and the place. */
const refusals: Readonly<Record<string, string>> = {
  'credential-context-combo3-fail.json': 'data-model-context value-format /@context/1',
  'credential-context-combo4-fail.json': 'data-model-context value-format /@context/1',
  'credential-id-multi-fail.json': 'identifiers identifier-not-uri /id',
  'credential-id-nonidentifier-fail.json': 'identifiers identifier-not-uri /id',
  'credential-id-subject-multi-fail.json': 'identifiers identifier-not-uri /credentialSubject/id',
  'credential-issuer-no-url-fail.json': 'identifiers identifier-not-uri /issuer',
  'credential-issuer-object-id-no-url-fail.json': 'identifiers identifier-not-uri /issuer/id',
  'credential-issuer-object-id-null-fail.json': 'identifiers identifier-not-uri /issuer/id',
  'credential-missing-base-context-fail-or-inject.json': 'data-model-context context-position /@context/0',
  'credential-no-context-fail-or-inject.json': 'data-model-context member-missing ',
  'credential-no-subject-fail.json': 'subject member-missing ',
  'credential-redef-type-fail.json': 'terms context-conflict /@context/1',
  'credential-refresh-no-type-fail.json': 'typed-objects member-missing /refreshService',
  'credential-schema-no-id-fail.json': 'typed-objects member-missing /credentialSchema',
  'credential-schema-non-url-id-fail.json': 'identifiers identifier-not-uri /credentialSchema/id',
  'credential-status-missing-type-fail.json': 'typed-objects member-missing /credentialStatus',
  'credential-status-nonurl-id-fail.json': 'identifiers identifier-not-uri /credentialStatus/id',
  'credential-status-type-nonurl-fail.json': 'typed-objects value-kind /credentialStatus/type',
  'credential-subject-no-claims-fail.json': 'subject subject-empty /credentialSubject',
  'credential-termsofuse-missing-type-fail.json': 'typed-objects member-missing /termsOfUse',
  'credential-type-mapped-nonurl-fail.json': 'terms context-invalid /@context/1',
  'credential-type-unmapped-fail.json': 'terms type-undefined /type/1',
  'credential-validfrom-invalid-fail.json': 'validity-dates value-format /validFrom',
  'credential-validuntil-invalid-fail.json': 'validity-dates value-format /validUntil',
  'names-and-descriptions/credential-name-extra-prop-en-fail.json': 'names value-format /name',
  'names-and-descriptions/issuer-description-extra-prop-en-fail.json': 'names value-format /issuer/description',
  'presentation-context-order-fail.json': 'data-model-context context-position /@context/0',
  'presentation-missing-required-type-fail.json': 'envelope-type type-missing /type',
  'presentation-no-type-fail.json': 'envelope-type member-missing ',
}

/** The document as the suite sends it: it fills in the issuer, its id, and dates. */
function documentOf({ file }: Entry): JsonObject {
  const document = readReferenceJson<Record<string, unknown>>('vectors', 'vcdm2-test-suite', file)
  const dates = { 'PAST DATE': '2020-01-01T00:00:00Z', 'FUTURE DATE': '2040-01-01T00:00:00Z' }
  for (const member of ['validFrom', 'validUntil']) {
    document[member] = dates[document[member] as keyof typeof dates] ?? document[member]
    if (document[member] === undefined) delete document[member]
  }
  if (file.startsWith('presentation')) return document as JsonObject
  const issuer = document['issuer'] ?? 'did:example:issuer'
  const hasNoId = typeof issuer === 'object' && !Object.hasOwn(issuer, 'id')
  return { ...document, issuer: hasNoId ? { id: 'did:example:issuer', ...issuer } : issuer } as JsonObject
}

describeWithReference('validate: the test suite of VCDM 2.0', () => {
  const entries = readReferenceJson<Entry[]>('vectors', 'vcdm2-test-suite', 'index.json')
  const used = entries.filter(({ usedBySuite }) => usedBySuite)
  const refused = used.filter(({ expected }) => expected !== 'ok')
  const errorsOf = (entry: Entry): string[] =>
    validate(documentOf(entry))
      .findings.filter(({ level }) => level === 'error')
      .map(({ rule, code, pointer }) => `${rule} ${code} ${pointer}`)

  it('names a reason for each document that must be refused', () => {
    expect(used.length).toBeGreaterThan(60)
    expect(Object.keys(refusals).sort()).toEqual(refused.map(({ file }) => file).sort())
  })

  it.each(used.filter(({ expected }) => expected === 'ok'))('takes $file', (entry) => {
    expect(errorsOf(entry)).toEqual([])
  })

  it.each(refused)('refuses $file', (entry) => {
    expect(errorsOf(entry)).toContain(refusals[entry.file])
  })
})
