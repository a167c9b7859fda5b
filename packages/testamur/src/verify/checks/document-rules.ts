import { type Finding, validate } from '@testamur/credentials/validate'
import type { JsonObject, Problem } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import type { NestedCredential } from '../../nesting/nested-credentials.js'
import { problem } from '../../problems.js'
import { rulesButNames } from '../../rules.js'
import { type CheckResult, failed, notApplicable, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'
import { type RelatedResourceProblems, relatedResourceProblems } from './related-resources.js'

/**
 * The checks `schema` and `rules`: what {@link validate} says about the credential's own members. Nested credentials
 * have reports, and so findings, of their own.
 */
export async function checkDocumentRules(
  credential: JsonObject,
  nested: readonly NestedCredential[],
  holder: JsonObject | undefined,
  verification: Verification,
): Promise<readonly [CheckResult, CheckResult]> {
  const { options } = verification
  const except = nested.length === 0 ? undefined : new Set(nested.map(({ pointer }) => pointer))
  // Documents are read within the limits, also of depth.
  const { findings } = validate(credential, { rules: rulesButNames, except, maxDepth: Number.POSITIVE_INFINITY })
  const { relatedResource, credentialSchema } = credential
  // So it is with most credentials.
  if (findings.length === 0 && relatedResource === undefined && credentialSchema === undefined) return nothingFound
  const isLenient = options.schema === 'warn'
  const rules = rulesResult(
    findings.filter((finding) => !isSchemaFinding(finding)),
    (finding) => isOnlyOdd(finding) || (isLenient && isIncomplete(finding)),
    await relatedResourceProblems(credential, verification),
  )
  const foreign = await foreignSchemas(credential, options)
  // 1EdTech's schema for credentials of any type binds those inside a record only.
  const isOfAnyType = holder === undefined && findings.some(({ code }) => code === 'type-unknown')
  const own = isOfAnyType ? notApplicable('schema') : ownSchema(findings.filter(isSchemaFinding))
  return [schemaResult(own, foreign, options.schema), rules]
}

const nothingFound: readonly [CheckResult, CheckResult] = [passed('schema'), passed('rules')]

/** Findings of the schema itself, and about which schema is meant. */
const isSchemaFinding = ({ rule }: Finding): boolean => rule === 'schema' || rule === 'document'

/** What our own validator of the credential's type says. */
function ownSchema(findings: readonly Finding[]): CheckResult {
  const violations = problemsFrom(findings, 'error', 'schema-invalid')
  const warnings = problemsFrom(findings, 'warning', 'schema-unknown')
  return violations.length > 0 ? failed('schema', violations) : passed('schema', warnings)
}

function schemaResult(own: CheckResult, foreign: ForeignSchemas, mode: 'reject' | 'warn' = 'reject'): CheckResult {
  const violations = [...own.errors, ...foreign.violations]
  if (mode === 'warn' && violations.length + foreign.doubts.length > 0) {
    return passed('schema', [...violations, ...foreign.doubts, ...own.warnings])
  }
  if (violations.length > 0) return failed('schema', violations, foreign.doubts)
  if (foreign.doubts.length > 0) return undetermined('schema', foreign.doubts)
  return own.outcome === 'not-applicable' && foreign.isChecked ? passed('schema') : own
}

/** A subject of Open Badges under another type is odd, but any type makes a verifiable credential. */
const isOnlyOdd = ({ code }: Finding): boolean => code === 'type-misses-subject'

/** What the specification demands of a class and its schema cannot say; `schema: 'warn'` is meant for such documents. */
const isIncomplete = ({ rule }: Finding): boolean => rule === 'subject-identity' || rule === 'criteria-content'

function rulesResult(
  findings: readonly Finding[],
  isBearable: (finding: Finding) => boolean,
  related: RelatedResourceProblems,
): CheckResult {
  const broken = findings.filter((finding) => !isBearable(finding))
  const errors = [...problemsFrom(broken, 'error', 'rule-broken'), ...related.errors]
  const warnings = [
    ...related.warnings,
    ...problemsFrom(findings, 'warning', 'rule-broken'),
    ...problemsFrom(findings.filter(isBearable), 'error', 'rule-broken'),
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

/** What schemas other than 1EdTech's came to. */
interface ForeignSchemas {
  readonly violations: readonly Problem[]
  /** Those that nobody could check. */
  readonly doubts: readonly Problem[]
  /** Whether the caller had a validator for one. */
  readonly isChecked: boolean
}

/**
 * Schemas of strangers are never compiled: they could make a verifier run for ever, and nobody vouches for them. They
 * are checked by the validator that the caller brings, if any.
 */
async function foreignSchemas(
  credential: JsonObject,
  { schemaValidators = {} }: Verification['options'],
): Promise<ForeignSchemas> {
  const violations: Problem[] = []
  const doubts: Problem[] = []
  let isChecked = false
  const member = credential['credentialSchema']
  for (const [index, schema] of listOf(member).entries()) {
    const id = isObject(schema) ? schema['id'] : undefined
    if (typeof id === 'string' && officialSchema.test(id)) continue
    const validator = typeof id === 'string' && Object.hasOwn(schemaValidators, id) ? schemaValidators[id] : undefined
    const pointer = Array.isArray(member) ? `/credentialSchema/${index}` : '/credentialSchema'
    if (validator === undefined) {
      doubts.push(problem('schema-unknown', pointer, 'The schema is not one of 1EdTech’s, so it was not checked.'))
      continue
    }
    try {
      const found = await validator(credential)
      violations.push(...found.map(({ pointer, message }) => problem('schema-invalid', `${pointer}`, `${message}`)))
      isChecked = true
    } catch {
      doubts.push(problem('schema-unknown', pointer, 'The validator that was given for this schema failed.'))
    }
  }
  return { violations, doubts, isChecked }
}
