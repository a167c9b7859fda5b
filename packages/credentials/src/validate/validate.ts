import { contextSource } from '@testamur/documents/contexts'
import { childPointer, defaultJsonLimits, type JsonObject } from '@testamur/documents/json'
import { type ClassName, type ClassNamev1p1, credentialsNamed, typesOf } from '../model/index.js'
import { checkInstance, checkRules } from './check-rules.js'
import { distinct } from './distinct.js'
import { vcdmVersionOf } from './instances.js'
import type {
  Finding,
  FindingCode,
  Located,
  Rule,
  Surroundings,
  ValidateOptions,
  ValidationResult,
} from './interface.js'
import { isDeeperThan, isObject, objectsAt } from './located.js'
import { rules as allRules } from './rules/index.js'
import { validateSchema } from './schema.js'

const vcdm = 'Verifiable Credentials Data Model 2.0 §4'

/** How to validate: the rules, and what they may ask. */
interface Validation extends Surroundings {
  readonly rules: readonly Rule[]
}

const bundledContexts = contextSource()

/**
 * Says whether a document is a well-formed credential, and what is wrong with it: by our JSON Schema of its type and of
 * the version of VCDM that it claims, whose verdict is that of the official one, and by rules that no schema expresses:
 * over several members, over names and contexts, and over the envelope of any verifiable credential. Every credential
 * inside a learner record or a presentation is validated by its own type as well, and so is every endorsement.
 *
 * It takes what a JSON parser returns, whatever that is, never throws for it and never uses the network. It does not
 * verify signatures, look up status or compare dates with the clock: that is for verification. A credential of a type
 * that is not of Open Badges 3.0 or CLR 2.0 is reported by a warning: only its envelope was checked then.
 *
 * @throws `ERR_INVALID_OPTION` when `documents` has another text for a bundled context.
 * @example
 * ```ts
 * import { validate } from '@testamur/credentials/validate'
 *
 * const { valid, findings } = validate(JSON.parse('{ "type": ["VerifiableCredential", "ClrCredential"] }'))
 * if (!valid) for (const { pointer, message } of findings) console.log(pointer, message)
 * ```
 */
export function validate(document: unknown, options: ValidateOptions = {}): ValidationResult {
  const { documents, rules = allRules } = options
  const contexts = documents === undefined ? bundledContexts : contextSource({ documents })
  const findings = withoutEchoes(distinct([...documentFindings(document, { rules, contexts })]))
  return { valid: findings.every(({ level }) => level !== 'error'), findings }
}

/** Leaves out undefined names where another rule has already said what is wrong with the value. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(({ rule, level }) => rule !== 'terms' && level === 'error')
  const told = new Set(errors.map(({ pointer }) => pointer))
  const languageMaps = new Set(errors.filter(({ code }) => code === 'language-map').map(({ pointer }) => pointer))
  const isEcho = ({ rule, pointer }: Finding): boolean =>
    rule === 'terms' && (told.has(pointer) || languageMaps.has(pointer.slice(0, pointer.lastIndexOf('/'))))
  return errors.length === 0 ? [...findings] : findings.filter((finding) => !isEcho(finding))
}

function* documentFindings(document: unknown, validation: Validation): Generator<Finding> {
  if (!isObject(document)) {
    yield aboutDocument('error', 'not-an-object', '', 'A credential is a JSON object; this is none.')
    return
  }
  if (isDeeperThan(document, defaultJsonLimits.maxDepth)) {
    const limit = `Arrays and objects are nested more than ${defaultJsonLimits.maxDepth} deep.`
    yield aboutDocument('error', 'too-deep', '', limit)
    return
  }
  const types = typesOf(document)
  const located = { value: document, pointer: '' }
  if (isPresentation(document)) yield* presentationFindings(located, validation)
  else if (types.includes('Profile') && !types.includes('VerifiableCredential'))
    yield* instanceFindings('Profile', 'Profile', located, validation)
  else yield* credentialFindings(located, validation)
}

/** What says so, and what holds credentials but no subject. */
const isPresentation = (document: JsonObject): boolean =>
  typesOf(document).includes('VerifiablePresentation') ||
  (Object.hasOwn(document, 'verifiableCredential') && !Object.hasOwn(document, 'credentialSubject'))

function* presentationFindings(presentation: Located, validation: Validation): Generator<Finding> {
  const version = vcdmVersionOf(presentation)
  const instance = { ...presentation, className: 'VerifiablePresentation', version, isEmbedded: false } as const
  yield* checkInstance(instance, validation.rules, validation)
  for (const credential of objectsAt(presentation, 'verifiableCredential')) {
    // An enveloped credential is a data URI: what it holds is for verification to open.
    if (typesOf(credential.value).includes('EnvelopedVerifiableCredential')) continue
    yield* credentialFindings(credential, validation)
  }
}

function* credentialFindings(credential: Located, validation: Validation): Generator<Finding> {
  const classes = credentialsNamed(typesOf(credential.value))
  if (classes.length === 0) {
    const message = 'The type is none of Open Badges 3.0 or CLR 2.0: only what every credential has was checked.'
    const pointer = Object.hasOwn(credential.value, 'type')
      ? childPointer(credential.pointer, 'type')
      : credential.pointer
    const isOpenBadges2 = typesOf(credential.value).includes('Assertion')
    const hint = isOpenBadges2 ? 'This looks like Open Badges 2.0, which is not validated here.' : undefined
    yield { ...aboutDocument('warning', 'type-unknown', pointer, message), ...(hint && { hint }) }
    yield* checkRules('VerifiableCredential', credential, validation.rules, validation)
  }
  const ending = vcdmVersionOf(credential) === '1.1' ? 'v1p1' : ''
  for (const className of classes) yield* instanceFindings(className, `${className}${ending}`, credential, validation)
}

/** The findings in an instance, and in the credentials of a learner record each by its own type. */
function* instanceFindings(
  className: ClassName,
  schemaName: ClassName | ClassNamev1p1,
  instance: Located,
  validation: Validation,
): Generator<Finding> {
  const inner = className === 'ClrCredential' ? innerCredentials(instance) : []
  // The schema of a record looks at its credentials too, but only at what every credential has: theirs say it better.
  const version = vcdmVersionOf(instance)
  const isMixed = (each: Located): boolean => vcdmVersionOf(each) !== version
  const hasOwnSchema = (each: Located): boolean => credentialsNamed(typesOf(each.value)).length > 0 || isMixed(each)
  const validatedApart = new Set(inner.filter(hasOwnSchema).map(({ pointer }) => pointer))
  for (const finding of validateSchema(instance.value, schemaName)) {
    const pointer = instance.pointer + finding.pointer
    if (!ancestorsOf(pointer).some((ancestor) => validatedApart.has(ancestor))) yield { ...finding, pointer }
  }
  yield* checkRules(className, instance, validation.rules, validation)
  for (const credential of inner) {
    if (isMixed(credential)) {
      const message = `A record of VCDM ${version} takes credentials of VCDM ${version} only; this one follows another.`
      yield aboutDocument('error', 'version-mixed', credential.pointer, message)
    }
    yield* credentialFindings(credential, validation)
  }
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
