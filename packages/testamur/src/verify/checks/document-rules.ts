import { type Finding, validate } from '@testamur/credentials/validate'
import type { JsonObject, Problem } from '@testamur/documents'
import { isObject, listOf } from '../../nesting/credential-parts.js'
import type { NestedCredential } from '../../nesting/nested-credentials.js'
import { problem } from '../../problems.js'
import { rulesButNames } from '../../rules.js'
import { type CheckResult, failed, notApplicable, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'

/**
 * The checks `schema` and `rules`: what {@link validate} says about the credential's own members. Nested credentials
 * have reports, and so findings, of their own.
 */
export function checkDocumentRules(
  credential: JsonObject,
  nested: readonly NestedCredential[],
  holder: JsonObject | undefined,
  { options }: Verification,
): readonly [CheckResult, CheckResult] {
  const nestedPointers = new Set(nested.map(({ pointer }) => pointer))
  const isNested = ({ pointer }: Finding): boolean =>
    ancestorsOf(pointer).some((ancestor) => nestedPointers.has(ancestor))
  const findings = validate(credential, { rules: rulesButNames }).findings.filter((finding) => !isNested(finding))
  const broken = rulesResult(findings.filter((finding) => !isSchemaFinding(finding)))
  // 1EdTech's schema for credentials of any type binds those inside a record only.
  if (holder === undefined && findings.some(({ code }) => code === 'type-unknown')) {
    const doubts = options.schema === 'warn' ? [] : foreignSchemas(credential)
    return [doubts.length > 0 ? undetermined('schema', doubts) : notApplicable('schema'), broken]
  }
  return [schemaResult(credential, findings.filter(isSchemaFinding), options.schema), broken]
}

/** A pointer and the pointers of all that it is inside. */
function ancestorsOf(pointer: string): string[] {
  const tokens = pointer.split('/')
  return tokens.map((_, index) => tokens.slice(0, index + 1).join('/'))
}

/** Findings of the schema itself, and about which schema is meant. */
const isSchemaFinding = ({ rule }: Finding): boolean => rule === 'schema' || rule === 'document'

function schemaResult(
  credential: JsonObject,
  findings: readonly Finding[],
  mode: 'reject' | 'warn' = 'reject',
): CheckResult {
  const violations = problemsFrom(findings, 'error', 'schema-invalid')
  const warnings = problemsFrom(findings, 'warning', 'schema-unknown')
  const doubts = foreignSchemas(credential)
  if (mode === 'warn') return passed('schema', [...violations, ...doubts])
  if (violations.length > 0) return failed('schema', violations, doubts)
  if (doubts.length > 0) return undetermined('schema', doubts)
  return passed('schema', warnings)
}

/** A subject of Open Badges under another type is odd, but any type makes a verifiable credential. */
const isOnlyOdd = ({ code }: Finding): boolean => code === 'type-misses-subject'

function rulesResult(findings: readonly Finding[]): CheckResult {
  const errors = problemsFrom(
    findings.filter((finding) => !isOnlyOdd(finding)),
    'error',
    'rule-broken',
  )
  const warnings = [
    ...problemsFrom(findings, 'warning', 'rule-broken'),
    ...problemsFrom(findings.filter(isOnlyOdd), 'error', 'rule-broken'),
  ]
  return errors.length > 0 ? failed('rules', errors, warnings) : passed('rules', warnings)
}

function problemsFrom(
  findings: readonly Finding[],
  level: Finding['level'],
  code: 'schema-invalid' | 'schema-unknown' | 'rule-broken',
): Problem[] {
  return findings
    .filter((finding) => finding.level === level)
    .map(({ pointer, message, hint }) => problem(code, pointer, hint === undefined ? message : `${message} ${hint}`))
}

/** Where 1EdTech publishes the schemas that our own validators stand for. */
const officialSchema = /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0|clr\/v2p0)\/schema\/json(-ld)?\/[\w-]+\.json$/

/** Schemas of strangers are never compiled: they could make a verifier run for ever, and nobody vouches for them. */
function foreignSchemas(credential: JsonObject): Problem[] {
  return listOf(credential['credentialSchema']).flatMap((schema, index) => {
    const id = isObject(schema) ? schema['id'] : undefined
    if (typeof id === 'string' && officialSchema.test(id)) return []
    return [
      problem(
        'schema-unknown',
        Array.isArray(credential['credentialSchema']) ? `/credentialSchema/${index}` : '/credentialSchema',
        'The schema is not one of 1EdTech’s, so it was not checked.',
      ),
    ]
  })
}
