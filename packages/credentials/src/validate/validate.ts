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

/** How to validate: the rules, what they may ask, and where findings go. */
interface Validation extends Surroundings {
  readonly rules: readonly Rule[]
  readonly findings: Finding[]
  readonly maxDepth: number
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
  const { documents, rules = allRules, except, maxDepth = defaultJsonLimits.maxDepth } = options
  const contexts = documents === undefined ? bundledContexts : contextSource({ documents })
  const found: Finding[] = []
  checkDocument(document, { rules, contexts, except, findings: found, maxDepth })
  if (found.length === 0) return { valid: true, findings: found }
  const findings = outside(except, withoutEchoes(distinct(found)))
  return { valid: findings.every(({ level }) => level !== 'error'), findings }
}

/** Leaves out undefined names where another rule has already said what is wrong with the value. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const errors = findings.filter(({ rule, level }) => rule !== 'terms' && level === 'error')
  const told = new Set(errors.map(({ pointer }) => pointer))
  const languageMaps = new Set(errors.filter(({ code }) => code === 'language-map').map(({ pointer }) => pointer))
  const isEcho = ({ rule, pointer }: Finding): boolean =>
    rule === 'terms' && (told.has(pointer) || languageMaps.has(pointer.slice(0, pointer.lastIndexOf('/'))))
  return errors.length === 0 ? findings : findings.filter((finding) => !isEcho(finding))
}

function checkDocument(document: unknown, validation: Validation): void {
  const { findings, maxDepth } = validation
  if (!isObject(document)) {
    findings.push(aboutDocument('error', 'not-an-object', '', 'A credential is a JSON object; this is none.'))
    return
  }
  if (maxDepth !== Number.POSITIVE_INFINITY && isDeeperThan(document, maxDepth)) {
    const limit = `Arrays and objects are nested more than ${maxDepth} deep.`
    findings.push(aboutDocument('error', 'too-deep', '', limit))
    return
  }
  const types = typesOf(document)
  const located = { value: document, pointer: '' }
  if (isPresentation(document, types)) checkPresentation(located, validation)
  else if (types.includes('Profile') && !types.includes('VerifiableCredential'))
    checkObject('Profile', 'Profile', located, validation)
  else checkCredential(located, validation)
}

/** What says so, and what holds credentials but no subject. */
const isPresentation = (document: JsonObject, types: readonly string[]): boolean =>
  types.includes('VerifiablePresentation') ||
  (Object.hasOwn(document, 'verifiableCredential') && !Object.hasOwn(document, 'credentialSubject'))

function checkPresentation(presentation: Located, validation: Validation): void {
  const { rules, findings, except } = validation
  const version = vcdmVersionOf(presentation)
  const instance = { ...presentation, className: 'VerifiablePresentation', version, isEmbedded: false } as const
  findings.push(...checkInstance(instance, rules, validation))
  for (const credential of objectsAt(presentation, 'verifiableCredential')) {
    // An enveloped credential is a data URI: what it holds is for verification to open.
    const isEnveloped = typesOf(credential.value).includes('EnvelopedVerifiableCredential')
    if (!isEnveloped && !except?.has(credential.pointer)) checkCredential(credential, validation)
  }
}

function checkCredential(credential: Located, validation: Validation): void {
  const { rules, findings } = validation
  const types = typesOf(credential.value)
  const classes = credentialsNamed(types)
  if (classes.length === 0) {
    const message = 'The type is none of Open Badges 3.0 or CLR 2.0: only what every credential has was checked.'
    const pointer = Object.hasOwn(credential.value, 'type')
      ? childPointer(credential.pointer, 'type')
      : credential.pointer
    const hint = types.includes('Assertion')
      ? 'This looks like Open Badges 2.0, which is not validated here.'
      : undefined
    findings.push({ ...aboutDocument('warning', 'type-unknown', pointer, message), ...(hint && { hint }) })
    findings.push(...checkRules('VerifiableCredential', credential, rules, validation))
  }
  const ending = vcdmVersionOf(credential) === '1.1' ? 'v1p1' : ''
  for (const className of classes) checkObject(className, `${className}${ending}`, credential, validation)
}

/** Checks an instance of a class, and the credentials of a learner record each by its own type. */
function checkObject(
  className: ClassName,
  schemaName: ClassName | ClassNamev1p1,
  instance: Located,
  validation: Validation,
): void {
  const { rules, findings, except } = validation
  const inner = className === 'ClrCredential' ? innerCredentials(instance) : []
  const version = vcdmVersionOf(instance)
  findings.push(...schemaFindings(instance, schemaName, inner))
  findings.push(...checkRules(className, instance, rules, validation))
  for (const credential of inner) {
    if (except?.has(credential.pointer)) continue
    if (vcdmVersionOf(credential) !== version) {
      const message = `A record of VCDM ${version} takes credentials of VCDM ${version} only; this one follows another.`
      findings.push(aboutDocument('error', 'version-mixed', credential.pointer, message))
    }
    checkCredential(credential, validation)
  }
}

/**
 * What the schema of a class says of an instance. That of a record looks at the credentials inside too, but only at what
 * every credential has: their own say it better.
 */
function schemaFindings(
  instance: Located,
  schemaName: ClassName | ClassNamev1p1,
  inner: readonly Located[],
): readonly Finding[] {
  const found = validateSchema(instance.value, schemaName)
  if (found.length === 0) return found
  const version = vcdmVersionOf(instance)
  const hasOwnSchema = (each: Located): boolean =>
    credentialsNamed(typesOf(each.value)).length > 0 || vcdmVersionOf(each) !== version
  const validatedApart = new Set(inner.filter(hasOwnSchema).map(({ pointer }) => pointer))
  const located = found.map((finding) => ({ ...finding, pointer: instance.pointer + finding.pointer }))
  return outside(validatedApart, located)
}

/** Findings but those at one of these places, or inside. */
function outside(places: ReadonlySet<string> | undefined, findings: readonly Finding[]): readonly Finding[] {
  if (places === undefined || places.size === 0) return findings
  return findings.filter(({ pointer }) => !ancestorsOf(pointer).some((ancestor) => places.has(ancestor)))
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
