import type { VerificationReport } from '../src/verify/interface.js'
import type { VerifyOptions } from '../src/verify/options.js'
import { verify } from '../src/verify/verify.js'
import { now } from './record.js'

type Document = string | Uint8Array | object

/**
 * Returns the verdict on a document in few words: the outcome, and what each check that did not pass says, those of the
 * credentials inside after those of the document. Offline, unless a `fetch` is given.
 */
export async function verdictOn(document: Document, options: VerifyOptions = {}): Promise<string[]> {
  const report = await verify(document, { offline: options.fetch === undefined, now, ...options })
  return [report.outcome, ...objections(report)]
}

/** Returns the warnings of a report, which change no outcome. */
export async function warningsOn(document: Document, options: VerifyOptions = {}): Promise<string[]> {
  const report = await verify(document, { offline: options.fetch === undefined, now, ...options })
  return [report.outcome, ...report.warnings.map(({ code, pointer }) => `${code} ${pointer}`)]
}

/** Returns what each check that did not pass says, such as `proof failed: signature-invalid /proof`. */
export function objections({ checks, credentials }: VerificationReport): string[] {
  const [parse] = checks
  // What cannot be read has nothing else to check.
  const own = parse?.outcome === 'passed' ? checks : checks.slice(0, 1)
  const found = own.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
  const said = found.map(({ id, outcome, problem }) =>
    problem === undefined ? `${id} ${outcome}` : `${id} ${outcome}: ${problem.code} ${problem.pointer}`,
  )
  return [...said, ...credentials.flatMap(objections)]
}
