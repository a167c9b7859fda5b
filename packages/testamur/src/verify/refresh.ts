import type { JsonObject, Problem } from '@testamur/documents'
import { describeUrl, isObject, listOf } from '@testamur/documents/json'
import { issuerIdOf, typesOf } from '../nesting/credential-parts.js'
import { problem } from '../problems.js'
import { type CheckResult, notApplicable, passed } from './check-result.js'
import { fetchedContent } from './fetched-content.js'
import type { Check, CheckId, VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { firstDoubt } from './report.js'

/** Verifies what a refresh service returned, as if it had been handed over; its own refresh services are not asked. */
export type VerifyNewer = (content: unknown) => Promise<VerificationReport>

/** What asking for a newer version came to. */
export interface Refresh {
  readonly result: CheckResult
  /** The report of the newer version, when there is one that may take the place of the credential. */
  readonly newer: VerificationReport | undefined
}

/**
 * The check `refresh` (1EdTech Credential Refresh 1.0; OB 3.0 §8.2 step 3): asks the first service of a credential once
 * for a newer version. Whatever goes wrong only warns, and the credential at hand is judged as it is.
 *
 * A newer version takes its place when it is securely signed by the same issuer, has the same id, and does not begin
 * earlier: then its status and dates count, for better or worse.
 */
export async function refresh(
  credential: JsonObject,
  hasSelfAssertedKey: boolean,
  { fetchDocument, limits }: Verification,
  verifyNewer: VerifyNewer,
): Promise<Refresh> {
  const service = listOf(credential['refreshService']).find(
    (each) => isObject(each) && typesOf(each).includes('1EdTechCredentialRefresh'),
  )
  const url = isObject(service) ? service['id'] : undefined
  if (typeof url !== 'string') return stay('refresh-unchecked', 'The kind of refresh service is not known.')
  if (!/^https:\/\//i.test(url)) {
    return stay(
      'refresh-failed',
      'A newer version is fetched by https only; this service names another kind of address.',
    )
  }
  const fetched = await fetchDocument(url, {
    accept: 'application/vc, application/vc+jwt, */*',
    maxBytes: limits.maxBytes,
  })
  if (!fetched.ok) return stay('refresh-failed', `The newer version was not obtained: ${fetched.problem.detail}`)
  const content = fetchedContent(fetched.content)
  if (content === undefined) return stay('refresh-refused', 'What the refresh service returned is no credential.')
  const newer = await verifyNewer(content)
  const reason = reasonToStay(newer, credential, hasSelfAssertedKey)
  if (reason !== undefined) return stay('refresh-refused', reason)
  const detail = `The issuer offers a newer version of this credential at ${describeUrl(url)}. It is what this report is about.`
  return { result: passed('refresh', [problem('refreshed', '/refreshService', detail)]), newer }
}

/** Not asked: services are asked for what was handed over, not for every credential inside. */
export function refreshOfInner(credential: JsonObject): CheckResult {
  if (listOf(credential['refreshService']).length === 0) return notApplicable('refresh')
  return stay('refresh-unchecked', 'The issuer may offer a newer version of this credential; it was not looked for.')
    .result
}

function stay(code: 'refresh-unchecked' | 'refresh-failed' | 'refresh-refused', detail: string): Refresh {
  return { result: passed('refresh', [problem(code, '/refreshService', detail)]), newer: undefined }
}

/** What the specification asks of the new version before its status and dates count. */
const decisive: ReadonlySet<CheckId> = new Set(['parse', 'context', 'schema', 'rules', 'proof', 'claims', 'issuer'])

/** The first reason why a credential is not securely its issuer's, whatever its status and dates. */
export const reasonForDoubt = (report: VerificationReport): Check | undefined => firstDoubt(report, decisive)

/** Never weaker than the original: why what the service returned does not take its place, if so. */
function reasonToStay(newer: VerificationReport, older: JsonObject, hasSelfAssertedKey: boolean): string | undefined {
  const doubt = reasonForDoubt(newer)
  if (doubt !== undefined || newer.credential === undefined) {
    return `What the refresh service returned is not verified: ${doubt?.problem?.detail ?? 'it has no good proof.'}`
  }
  const offered = newer.credential
  if (offered['id'] !== older['id'] || issuerIdOf(offered) !== issuerIdOf(older)) {
    return 'What the refresh service returned is another credential, or one of another issuer.'
  }
  if (!hasSelfAssertedKey && newer.warnings.some(isSelfAsserted)) {
    return 'What the refresh service returned is signed by a key that the issuer does not confirm.'
  }
  const [from, before] = [startOf(offered), startOf(older)]
  return from < before ? 'What the refresh service returned is an older version.' : undefined
}

const isSelfAsserted = ({ code }: Problem): boolean => code === 'key-self-asserted'

function startOf(credential: JsonObject): number {
  const start = credential['validFrom'] ?? credential['issuanceDate']
  const instant = typeof start === 'string' ? Date.parse(start) : Number.NaN
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}
