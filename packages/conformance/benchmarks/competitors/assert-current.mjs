/** Throws outside the validity period of a credential. */
export function assertCurrent({ validFrom, validUntil }, now) {
  if (Date.parse(validFrom) > now.getTime()) throw new Error('not yet valid')
  if (validUntil !== undefined && Date.parse(validUntil) < now.getTime()) throw new Error('expired')
}
