import { type ProofsProblemCode, problem } from '../problems.js'
import type { DidResolutionResult } from './interface.js'

/** The result of a DID that could not be resolved; `error` is a code of DID Resolution 0.3. */
export function unresolved(
  error: 'invalidDid' | 'invalidDidDocument' | 'methodNotSupported' | 'notFound',
  code: ProofsProblemCode,
  detail: string,
): DidResolutionResult {
  return {
    didResolutionMetadata: { error, problem: problem(code, '', detail) },
    didDocument: null,
    didDocumentMetadata: {},
  }
}
