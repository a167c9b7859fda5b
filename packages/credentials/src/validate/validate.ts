import { childPointer, defaultJsonLimits, type JsonObject } from '@testamur/documents/json'
import { type ClassName, structure, typesOf } from '../model/index.js'
import { checkRules } from './check-rules.js'
import type { Finding, FindingCode, Located, ValidationResult } from './interface.js'
import { isObject, memberOf, objectsAt } from './located.js'
import { rules } from './rules/index.js'
import { validateSchema } from './validate-schema.js'

const vcdm = 'Verifiable Credentials Data Model 2.0 §4'

/** The credentials that have a class of their own, the outermost first. */
const credentialClasses = ['ClrCredential', 'AchievementCredential', 'EndorsementCredential'] as const

/**
 * Says whether a document is a well-formed credential, and what is wrong with it: by our JSON Schema of its type, whose
 * verdict is that of the official one, and by the rules over several members that no schema expresses. Every credential
 * inside a learner record is validated by its own type as well.
 *
 * It takes what a JSON parser returns, whatever that is, never throws for it and never uses the network. It does not
 * look at proofs, status or the current time: that is for verification. A credential of VCDM 1.1, and one of a type
 * that is not of Open Badges 3.0 or CLR 2.0, is reported by a warning: `valid` then only says that nothing wrong was
 * found in what could be checked.
 *
 * @example
 * ```ts
 * import { validate } from '@testamur/credentials/validate'
 *
 * const { valid, findings } = validate(JSON.parse('{ "type": ["VerifiableCredential", "ClrCredential"] }'))
 * if (!valid) for (const { pointer, message } of findings) console.log(pointer, message)
 * ```
 */
export function validate(document: unknown): ValidationResult {
  const findings = [...documentFindings(document)]
  return { valid: findings.every(({ level }) => level !== 'error'), findings }
}

function* documentFindings(document: unknown): Generator<Finding> {
  if (!isObject(document)) {
    yield aboutDocument('error', 'not-an-object', '', 'A credential is a JSON object; this is none.')
  } else if (isDeeperThan(document, defaultJsonLimits.maxDepth)) {
    const limit = `Arrays and objects are nested more than ${defaultJsonLimits.maxDepth} deep.`
    yield aboutDocument('error', 'too-deep', '', limit)
  } else if (isProfile(document)) {
    yield* instanceFindings('Profile', { value: document, pointer: '' })
  } else {
    yield* credentialFindings({ value: document, pointer: '' })
  }
}

function* credentialFindings(credential: Located): Generator<Finding> {
  if (isVcdm11(credential.value)) {
    const message = 'This credential follows VCDM 1.1, for which nothing was checked.'
    yield aboutDocument('warning', 'vcdm-version-not-checked', childPointer(credential.pointer, '@context'), message)
    return
  }
  const types = typesOf(credential.value)
  const classes = credentialClasses.filter((name) => structure[name].types?.[1]?.some((type) => types.includes(type)))
  if (classes.length === 0) {
    const message = 'The type is none of Open Badges 3.0 or CLR 2.0: only what every credential has was checked.'
    const pointer = types.length > 0 ? childPointer(credential.pointer, 'type') : credential.pointer
    yield aboutDocument('warning', 'type-unknown', pointer, message)
    yield* instanceFindings('VerifiableCredential', credential)
  }
  for (const className of classes) yield* instanceFindings(className, credential)
}

/** The findings in an instance, and in the credentials of a learner record each by its own type. */
function* instanceFindings(className: ClassName, instance: Located): Generator<Finding> {
  const inner = className === 'ClrCredential' ? innerCredentials(instance) : []
  // The schema of a record looks at its credentials too, but only at what every credential has: theirs say it better.
  const validatedApart = new Set(inner.filter(({ value }) => !isVcdm11(value)).map(({ pointer }) => pointer))
  for (const finding of validateSchema(instance.value, className)) {
    const pointer = instance.pointer + finding.pointer
    if (!ancestorsOf(pointer).some((ancestor) => validatedApart.has(ancestor))) yield { ...finding, pointer }
  }
  yield* checkRules(className, instance, rules)
  for (const credential of inner) yield* credentialFindings(credential)
}

/** A pointer and the pointers of all that it is inside. */
const ancestorsOf = (pointer: string): string[] => {
  const tokens = pointer.split('/')
  return tokens.map((_, index) => tokens.slice(0, index + 1).join('/'))
}

const innerCredentials = (record: Located): Located[] =>
  objectsAt(record, 'credentialSubject').flatMap((subject) => objectsAt(subject, 'verifiableCredential'))

const aboutDocument = (level: Finding['level'], code: FindingCode, pointer: string, message: string): Finding => ({
  rule: 'document',
  level,
  code,
  pointer,
  message,
  source: vcdm,
})

function isProfile(document: JsonObject): boolean {
  const types = typesOf(document)
  return types.includes('Profile') && !types.includes('VerifiableCredential')
}

/** The version that a credential claims by its first context. */
function isVcdm11(credential: JsonObject): boolean {
  const context = memberOf(credential, '@context')
  return (Array.isArray(context) ? context[0] : context) === 'https://www.w3.org/2018/credentials/v1'
}

/** Measures without recursion: the document may be made to exhaust the stack. */
function isDeeperThan(document: unknown, limit: number): boolean {
  const open: [value: unknown, depth: number][] = [[document, 1]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > limit) return true
    for (const member of Object.values(value)) open.push([member, depth + 1])
  }
  return false
}
