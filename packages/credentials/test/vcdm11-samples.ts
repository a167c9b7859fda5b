import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { badge, record } from './samples.js'

/** The same credential as VCDM 1.1 has it: its context and its names of dates. */
export function asVcdm11({ validFrom, validUntil, ...rest }: JsonObject): JsonObject {
  const [, ...contexts] = rest['@context'] as JsonValue[]
  return {
    ...rest,
    '@context': ['https://www.w3.org/2018/credentials/v1', ...contexts],
    issuanceDate: validFrom,
    ...(validUntil !== undefined && { expirationDate: validUntil }),
  }
}

/** A valid badge of VCDM 1.1, as JSON. */
export const badgev1p1: JsonObject = { ...asVcdm11(badge), name: 'Algebra' }

/** A valid learner record of VCDM 1.1 that holds that badge, as JSON. */
export const recordv1p1: JsonObject = {
  ...asVcdm11(record),
  credentialSubject: { ...(record['credentialSubject'] as JsonObject), verifiableCredential: [badgev1p1] },
}
