import { validate } from '@testamur/credentials/validate'
import {
  type ContextSource,
  contextSource,
  type JsonObject,
  type Problem,
  TestamurError,
  type VerifiableCredential,
} from '@testamur/documents'
import { inlineContextProblems } from '@testamur/documents/contexts'
import { copyJson, listOf } from '@testamur/documents/json'
import { createProof, refusedEngineOption, type Signer, statementProblems } from '@testamur/proofs'
import { defaultCryptosuite } from '@testamur/proofs/cryptosuites'
import { createVcJwt } from '@testamur/proofs/vc-jwt'
import { issuerIdOf, typesOf } from '../nesting/credential-parts.js'
import { dataModelContextProblem } from '../nesting/data-model-context.js'
import { nestedCredentials } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { rulesButNames } from '../rules.js'
import type { IssueOptions, Secured } from './interface.js'
import { IssueError } from './issue-error.js'
import { keyBelongsTo } from './key-belongs-to.js'

/**
 * Returns the credential with a proof of its issuer, or with `format: 'vc-jwt'` as a compact JWS. Inner credentials of the same issuer that carry no proof are
 * signed first, the innermost ones before those that hold them, so that every part can be shown and verified alone. The
 * input is not changed.
 *
 * Nothing is signed that the proof would not cover (undefined names, unknown contexts, numbers that would be signed as
 * others), that `validate()` finds errors in, or whose issuer the key cannot belong to. Whether the public key is
 * published where verifiers look is not checked.
 *
 * @throws {IssueError} `ERR_NOT_JSON_VALUE`, `ERR_NOT_A_CREDENTIAL`, `ERR_ALREADY_SECURED`, `ERR_INVALID_CREDENTIAL`, `ERR_INNER_UNSIGNED`,
 * `ERR_ISSUER_MISMATCH`, `ERR_UNSIGNABLE_DOCUMENT`, each with the problems and their pointers; and what the signer
 * throws.
 *
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { achievementCredential, issue } from 'testamur'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod, controller } = await keys.generate()
 * const badge = achievementCredential({
 *   issuer: { id: controller, name: 'Example University' },
 *   validFrom: new Date(),
 *   credentialSubject: {
 *     id: 'urn:uuid:3f0c1f5e-6b7a-4c53-9f7e-2a8f6c3f1c11',
 *     achievement: { name: 'Teamwork', description: 'Works well with others', criteria: { narrative: 'A project in a team of four.' } },
 *   },
 * })
 * const signed = await issue(badge, { signer: await keys.getSigner(verificationMethod) })
 * console.log(signed.proof)
 * ```
 */
export function issue(credential: object, options: IssueOptions & { readonly format: 'vc-jwt' }): Promise<string>
export function issue<Credential extends object>(
  credential: Credential,
  options: IssueOptions & { readonly format?: 'data-integrity' | undefined },
): Promise<Secured<Credential>>
export function issue<Credential extends object>(
  credential: Credential,
  options: IssueOptions,
): Promise<Secured<Credential> | string>
export async function issue<Credential extends object>(
  credential: Credential,
  options: IssueOptions,
): Promise<Secured<Credential> | string> {
  checkOptions(options)
  const document = ownCopy(credential)
  if (!typesOf(document).includes('VerifiableCredential')) {
    throw new IssueError('ERR_NOT_A_CREDENTIAL', 'The document does not have the type VerifiableCredential', [])
  }
  if (document['proof'] !== undefined) {
    throw new IssueError(
      'ERR_ALREADY_SECURED',
      'The credential carries a proof already',
      [],
      'Remove "proof" to sign it anew',
    )
  }
  if (options.validate ?? true) refuseInvalid(document, '')
  const issuing = issuingOf(options)
  const { format } = options
  refuseContexts(document, issuing)
  await secureInner(document, '', issuing)
  if (format === 'vc-jwt') return signAsToken(document, issuing)
  await sign(document, '', issuing)
  return document as unknown as Secured<Credential>
}

/** A copy that is ours to change, as JSON would carry it. */
function ownCopy(credential: object): JsonObject {
  const copy = copyJson(credential)
  if (copy.ok) return copy.value as JsonObject
  throw new IssueError('ERR_NOT_JSON_VALUE', 'The credential cannot be written as JSON', [copy.problem])
}

/** What one call of issue works with, at every depth. */
interface Issuing extends Omit<IssueOptions, 'format' | 'documents' | 'now'> {
  readonly contexts: ContextSource
  /** When all proofs are made. */
  readonly created: Date
}

/**
 * The options as they are set now: whoever sets others while signatures are made does not change what is signed, or by
 * whom. By name, since a copy of all takes several times as long.
 */
function issuingOf(options: IssueOptions): Issuing {
  const { signer, cryptosuite, inner, validate, allowInlineContexts, engine, fallback, crossCheckRate } = options
  const { documents, now = new Date() } = options
  const contexts = contextSource({ documents })
  const created = new Date(typeof now === 'function' ? now() : now)
  return {
    signer,
    cryptosuite,
    inner,
    validate,
    allowInlineContexts,
    engine,
    fallback,
    crossCheckRate,
    contexts,
    created,
  }
}

function checkOptions(options: IssueOptions): void {
  const { format, inner } = options
  if (format !== undefined && format !== 'data-integrity' && format !== 'vc-jwt') {
    throw new IssueError('ERR_INVALID_OPTION', 'The format must be "data-integrity" or "vc-jwt"', [])
  }
  if (inner !== undefined && inner !== 'sign' && inner !== 'require-signed') {
    throw new IssueError('ERR_INVALID_OPTION', 'The option inner must be "sign" or "require-signed"', [])
  }
  const refused = refusedEngineOption(options)
  if (refused !== undefined) {
    throw new IssueError('ERR_INVALID_OPTION', `The option ${refused.name} must be ${refused.expected}`, [])
  }
}

function refuseInvalid(document: JsonObject, at: string): void {
  const problems = validate(document, { rules: rulesButNames })
    .findings.filter(({ level }) => level === 'error')
    .map(({ rule, pointer, message, hint }) => {
      const detail = hint === undefined ? message : `${message} ${hint}`
      return problem(rule === 'schema' ? 'schema-invalid' : 'rule-broken', at + pointer, detail)
    })
  if (problems.length > 0) {
    throw new IssueError(
      'ERR_INVALID_CREDENTIAL',
      `The credential has ${problems.length} error(s), the first`,
      problems,
    )
  }
}

/** Signs what stands inside, the innermost first. */
async function secureInner(document: JsonObject, pointer: string, issuing: Issuing): Promise<void> {
  for (const { pointer: at, content } of nestedCredentials(document)) {
    if (typeof content === 'string' || isSecured(content)) continue
    refuseUnsigned(content, document, pointer + at, issuing)
    // What holds it was validated, but looks into the places only where credentials belong.
    if (issuing.validate ?? true) refuseInvalid(content, pointer + at)
    await secureInner(content, pointer + at, issuing)
    await sign(content, pointer + at, issuing)
  }
}

/** True for what carries a proof, and for an envelope, which holds a token. */
const isSecured = (content: JsonObject): boolean =>
  listOf(content['proof']).length > 0 || typesOf(content).includes('EnvelopedVerifiableCredential')

function refuseUnsigned(
  content: JsonObject,
  holder: JsonObject,
  pointer: string,
  { inner = 'sign', signer, cryptosuite }: Issuing,
): void {
  const isOurs = issuerIdOf(content) !== undefined && issuerIdOf(content) === issuerIdOf(holder)
  const canProve = cryptosuite !== undefined || defaultCryptosuite(signer.algorithm) !== undefined
  if (inner === 'sign' && isOurs && canProve) return
  const reason = isOurs ? '' : ', and its issuer is another one'
  const detail =
    inner === 'sign' && isOurs
      ? `The inner credential carries no proof, and a key for ${signer.algorithm} cannot make one.`
      : `The inner credential carries no proof${reason}.`
  throw new IssueError(
    'ERR_INNER_UNSIGNED',
    'An inner credential is not signed',
    [problem('proof-missing', pointer, detail)],
    'Let its issuer sign it first',
  )
}

/** Adds the proof to a document that is ours to change. */
async function sign(document: JsonObject, pointer: string, issuing: Issuing): Promise<void> {
  const { signer, cryptosuite, contexts, created, engine, fallback, crossCheckRate } = issuing
  refuseStrangeKey(document, pointer, signer)
  refuseOtherModel(document, pointer)
  // What covers every byte does not ask what names mean; readers do.
  if (cryptosuite?.includes('-jcs-')) await refuseUndefined(document, pointer, issuing)
  try {
    const options = { signer, cryptosuite, contexts, created, engine, fallback, crossCheckRate }
    document['proof'] = await createProof(document, options)
  } catch (error) {
    if (!isUnsignable(error)) throw error
    throw notCovered(error.problems, pointer)
  }
}

async function signAsToken(document: JsonObject, issuing: Issuing): Promise<string> {
  const { signer } = issuing
  refuseStrangeKey(document, '', signer)
  await refuseUndefined(document, '', issuing)
  return createVcJwt(document as unknown as VerifiableCredential, { signer })
}

/** Makes certain that verifiers will take the contexts, those of inner credentials too. */
function refuseContexts(document: JsonObject, { contexts, allowInlineContexts }: Issuing): void {
  const base = dataModelContextProblem(document)
  const others = inlineContextProblems(document, '', { contexts, allowInlineContexts })
  const problems = base === undefined ? others : [base, ...others]
  if (problems.length > 0) throw refusedContexts(problems)
}

const refusedContexts = (problems: readonly Problem[]): IssueError =>
  new IssueError('ERR_UNSIGNABLE_DOCUMENT', 'Verifiers would refuse a context', problems)

/** Makes certain that verifiers will take the key. */
function refuseStrangeKey(document: JsonObject, pointer: string, signer: Signer): void {
  const issuer = issuerIdOf(document)
  if (issuer === undefined || !keyBelongsTo(signer.verificationMethod, issuer)) {
    const found = problem(
      'issuer-missing',
      `${pointer}/issuer`,
      `The key ${signer.verificationMethod} cannot be this issuer’s, so every verifier would reject it.`,
    )
    throw new IssueError(
      'ERR_ISSUER_MISMATCH',
      'The key and the issuer do not fit',
      [found],
      'Sign with a key of the issuer, or name the issuer whose key it is',
    )
  }
}

/** Makes certain that verifiers will know of which data model an inner credential is. */
function refuseOtherModel(document: JsonObject, pointer: string): void {
  const base = dataModelContextProblem(document)
  if (base !== undefined) throw refusedContexts([{ ...base, pointer: pointer + base.pointer }])
}

async function refuseUndefined(
  document: JsonObject,
  pointer: string,
  { contexts, engine, fallback }: Issuing,
): Promise<void> {
  const problems = await statementProblems(document, { contexts, engine, fallback })
  if (problems.length > 0) throw notCovered(problems, pointer)
}

function notCovered(problems: readonly Problem[], pointer: string): IssueError {
  const placed = problems.map((found) => ({ ...found, pointer: pointer + found.pointer }))
  return new IssueError('ERR_UNSIGNABLE_DOCUMENT', 'The proof would not cover what the credential says', placed)
}

function isUnsignable(error: unknown): error is TestamurError & { problems: readonly Problem[] } {
  return TestamurError.isInstance(error) && error.code === 'ERR_UNSIGNABLE_DOCUMENT' && 'problems' in error
}
