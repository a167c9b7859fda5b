import {
  type JsonObject,
  jsonValueProblem,
  type Problem,
  type Quad,
  type VerifiableCredential,
} from '@testamur/documents'
import { excerpt } from '@testamur/documents/json'
import { ProofsError } from '../errors.js'
import { problem } from '../problems.js'
import type { DeriveCredentialOptions } from './interface.js'
import { derivedProofValue, readProofValue } from './proof-value.js'
import { checkSelection, selectionFault, selectPart } from './selection.js'
import { groupStatements, type StatementGroups } from './statement-groups.js'
import { canonicalizationProblem, indivisible, readStatements, statementLimit } from './statements.js'
import type { BaseProofContent, Disclosure, SelectiveDisclosureCryptosuite } from './suite.js'
import { suites } from './suites.js'

/** Thrown when nothing can be derived from a credential. `problems` names each reason. */
export class UnderivableCredentialError extends ProofsError<'ERR_UNDERIVABLE_CREDENTIAL'> {
  /** What is wrong, each with a JSON Pointer into the credential. */
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const [first] = problems
    super(
      'ERR_UNDERIVABLE_CREDENTIAL',
      `Nothing can be derived from the credential${first === undefined ? '' : `: ${excerpt(first.pointer, 200) || 'at the top'}: ${first.detail.replace(/\.$/, '')}`}`,
      { advice: 'Ask the issuer for a credential with a base proof of ecdsa-sd-2023 or bbs-2023' },
    )
    this.problems = problems
  }
}

/** A base proof, and what is known of it. */
interface BaseProof {
  readonly proof: JsonObject
  readonly pointer: string
  readonly suite: SelectiveDisclosureCryptosuite
  readonly content: BaseProofContent
}

/**
 * Returns the part of a credential that `selectivePointers` and its issuer's mandatory pointers name, with a proof derived
 * from its base proof (Add Derived Proof of VC DI ECDSA and VC DI BBS Cryptosuites 1.0). Other proofs, which cover the whole
 * credential, are left out. The input is not changed.
 *
 * Two credentials derived with ecdsa-sd-2023 from one can be told to be of one: they share the issuer's signature. With
 * bbs-2023 they cannot, unless by what they disclose.
 *
 * Not checked: that the base proof is good; verify what was derived.
 *
 * @throws {ProofsError} `ERR_UNDERIVABLE_CREDENTIAL` (an {@link UnderivableCredentialError}) when the credential has no
 * base proof to derive from; `ERR_INVALID_OPTION` for pointers that select nothing; `ERR_CRYPTOSUITE_NOT_INSTALLED`.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addBaseProof, bbsSigner, deriveCredential, generateBbsKey } from '@testamur/proofs/selective-disclosure'
 *
 * const contexts = contextSource()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: 'https://uni.example/issuer',
 *   name: 'Award',
 *   description: 'Nobody needs to know.',
 * }
 * const signed = await addBaseProof(credential, { signer: await bbsSigner(await generateBbsKey()), contexts })
 * const shown = await deriveCredential(signed, { selectivePointers: ['/name'], contexts })
 * console.log(Object.keys(shown)) // [ '@context', 'type', 'issuer', 'name', 'proof' ]
 * ```
 */
export async function deriveCredential(
  credential: VerifiableCredential,
  options: DeriveCredentialOptions,
): Promise<JsonObject & { proof: JsonObject }> {
  const { selectivePointers, contexts } = options
  const notJson = jsonValueProblem(credential)
  if (notJson !== undefined) throw new UnderivableCredentialError([notJson])
  const { proof: proofs, ...document } = JSON.parse(JSON.stringify(credential)) as JsonObject
  const base = findBaseProof(proofs, options.pointer)
  const { proof, pointer, suite } = base
  const { mandatoryPointers } = base.content
  checkSelection(document, selectivePointers)
  checkMandatory(document, mandatoryPointers, pointer)
  checkOptions(options, suite, mandatoryPointers)
  const read = await readStatements(document, proof, { contexts, pointer })
  if (!read.ok) throw new UnderivableCredentialError(read.problems)
  const tooMany = statementLimit(suite.id, read.statements.length, pointer)
  if (tooMany !== undefined) throw new UnderivableCredentialError([tooMany])

  const proofValue = await deriveProofValue(document, read.statements, base, options)
  const { '@context': _, ...contextFreeProof } = proof
  const part = selectPart(document, [...mandatoryPointers, ...selectivePointers])
  return { ...part, proof: { ...contextFreeProof, proofValue } }
}

async function deriveProofValue(
  document: JsonObject,
  statements: readonly Quad[],
  { content, pointer, suite }: BaseProof,
  { contexts, selectivePointers, presentationHeader = new Uint8Array() }: DeriveCredentialOptions,
): Promise<string> {
  const { mandatoryPointers, hmacKey } = content
  try {
    const groups = await groupStatements(document, statements, { contexts, suite, hmacKey, mandatoryPointers })
    const disclosure = groups && (await disclose(groups, [...mandatoryPointers, ...selectivePointers]))
    if (disclosure === undefined) throw new UnderivableCredentialError([indivisible()])
    const items = await content.derive({ ...disclosure, presentationHeader })
    if (items !== undefined) return derivedProofValue(items, suite.id)
    const detail = 'The proof is not over as many statements as the credential makes.'
    throw new UnderivableCredentialError([problem('proof-malformed', pointer, detail)])
  } catch (error) {
    const limit = canonicalizationProblem(error)
    throw limit === undefined ? error : new UnderivableCredentialError([limit])
  }
}

/** createDisclosureData: what is disclosed, by positions. */
async function disclose(
  { mandatory, nonMandatory, disclose }: StatementGroups,
  pointers: readonly string[],
): Promise<Omit<Disclosure, 'presentationHeader'> | undefined> {
  const disclosed = await disclose(pointers)
  if (disclosed === undefined) return undefined
  const { lines, labels } = disclosed
  return {
    nonMandatory,
    labels,
    selectiveIndexes: positionsOf(nonMandatory, lines),
    mandatoryIndexes: positionsOf(lines, mandatory),
  }
}

function positionsOf(among: readonly string[], wanted: readonly string[]): number[] {
  const isWanted = new Set(wanted)
  return among.flatMap((line, position) => (isWanted.has(line) ? [position] : []))
}

/** The base proof at a pointer, or the only one. */
function findBaseProof(proofs: JsonObject[string], wanted: string | undefined): BaseProof {
  const all = Array.isArray(proofs) ? proofs.map((proof, index) => [`/proof/${index}`, proof] as const) : []
  const candidates = Array.isArray(proofs) ? all : [['/proof', proofs] as const]
  const found = candidates.flatMap(([pointer, proof]) => baseProof(proof, pointer) ?? [])
  const chosen = wanted === undefined ? found : found.filter(({ pointer }) => pointer === wanted)
  if (chosen.length > 1) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The credential has several base proofs', {
      advice: `Say in pointer which one: ${chosen.map(({ pointer }) => pointer).join(' or ')}`,
    })
  }
  const [only] = chosen
  if (only !== undefined) return only
  const detail = 'The credential has no base proof of ecdsa-sd-2023 or bbs-2023 that is well formed and supported.'
  throw new UnderivableCredentialError([problem('proof-malformed', wanted ?? '/proof', detail)])
}

function baseProof(proof: JsonObject[string], pointer: string): BaseProof | undefined {
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) return undefined
  const suite = Object.values(suites).find(({ id }) => id === proof.cryptosuite)
  const value = suite && readProofValue(proof.proofValue, suite.id)
  const content = value?.kind === 'base' ? suite?.readBaseProof(value.items) : undefined
  return suite && content && { proof, pointer, suite, content }
}

function checkMandatory(document: JsonObject, mandatoryPointers: readonly string[], pointer: string): void {
  if (mandatoryPointers.every((mandatory) => selectionFault(document, mandatory) === undefined)) return
  const detail = 'The issuer made something mandatory that the credential does not hold, or that cannot be selected.'
  throw new UnderivableCredentialError([problem('proof-malformed', `${pointer}/proofValue`, detail)])
}

function checkOptions(
  { selectivePointers, presentationHeader }: DeriveCredentialOptions,
  { id }: SelectiveDisclosureCryptosuite,
  mandatoryPointers: readonly string[],
): void {
  if (selectivePointers.length === 0 && mandatoryPointers.length === 0) {
    throw new ProofsError('ERR_INVALID_OPTION', 'selectivePointers selects nothing, and nothing is mandatory', {
      advice: "Name what is to be disclosed; [''] is everything",
    })
  }
  if (presentationHeader !== undefined && id !== 'bbs-2023') {
    throw new ProofsError('ERR_INVALID_OPTION', `${id} binds a proof to no presentationHeader`, {
      advice: 'Leave it out, and put the credential into a presentation with the challenge of the verifier',
    })
  }
}
