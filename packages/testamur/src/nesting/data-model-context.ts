import { type JsonObject, type Problem } from '@testamur/documents'
import { contextUrls } from '@testamur/documents/contexts'
import { problem } from '../problems.js'

const dataModels: readonly unknown[] = [contextUrls.credentialsV1, contextUrls.credentialsV2]

/**
 * Why the contexts of a document do not begin with that of a version of the Verifiable Credentials Data Model (VCDM 2.0
 * §4.3), if so. Without it, every name in the document could be given another meaning, or every meaning another name,
 * while the statements, and so the proof, stay the same.
 */
export function dataModelContextProblem(document: JsonObject): Problem | undefined {
  const context = document['@context']
  const first = Array.isArray(context) ? context[0] : context
  if (dataModels.includes(first)) return undefined
  const pointer = Array.isArray(context) ? '/@context/0' : context === undefined ? '' : '/@context'
  return problem(
    'context-base',
    pointer,
    `The first context must be ${contextUrls.credentialsV2}, or that of version 1.1.`,
  )
}
