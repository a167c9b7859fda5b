// A record and the credentials inside it.

/** The credentials directly inside a record. */
export const innerOf = ({ credentialSubject }) => credentialSubject.verifiableCredential ?? []

/** Returns what verifies a record and every credential inside it. */
export const verifyAll = (competitor, credential) => async () => {
  for (const inner of innerOf(credential)) await competitor.verify(inner)
  await competitor.verify(credential)
}

/** The record with its credentials signed and without a proof of its own. */
export function withoutOuterProof(record) {
  const { proof: _, ...members } = record
  return members
}
