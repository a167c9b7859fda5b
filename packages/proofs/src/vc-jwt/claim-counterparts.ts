import type { JsonObject, JsonValue } from '@testamur/documents'
import { listOf } from '@testamur/documents/json'
import type { VcJwtForm, VcJwtKind } from './interface.js'
import { idOf } from './json-members.js'

/** A claim that repeats an identifier of the document. */
export interface IdentifierClaim {
  readonly claim: 'iss' | 'jti' | 'sub'
  /** How the member is called in messages. */
  readonly member: string
  /** The identifiers in that place; several when the credential is about several subjects. */
  readonly ids: (document: JsonObject) => readonly JsonValue[]
}

/** A claim that repeats a date of the document. */
export interface DateClaim {
  readonly claim: 'nbf' | 'exp'
  readonly member: string
}

const documentId: IdentifierClaim = { claim: 'jti', member: 'id', ids: (document) => idsOf(idOf(document)) }

/** VCDM 1.1 §6.3.1, OB 3.0 §8.2.3: which claim repeats which identifier. */
export const identifierClaims: Readonly<Record<VcJwtKind, readonly IdentifierClaim[]>> = {
  credential: [
    { claim: 'iss', member: 'the id of issuer', ids: ({ issuer }) => idsOf(issuer) },
    documentId,
    {
      claim: 'sub',
      member: 'the id of credentialSubject',
      ids: ({ credentialSubject }) => idsOf(credentialSubject),
    },
  ],
  presentation: [{ claim: 'iss', member: 'holder', ids: ({ holder }) => idsOf(holder) }, documentId],
}

const credentialDates: Readonly<Record<VcJwtForm, readonly DateClaim[]>> = {
  'vcdm-1.1': [
    { claim: 'nbf', member: 'issuanceDate' },
    { claim: 'exp', member: 'expirationDate' },
  ],
  'vcdm-2.0': [
    { claim: 'nbf', member: 'validFrom' },
    { claim: 'exp', member: 'validUntil' },
  ],
}

/** The same for dates, which each version names otherwise. Presentations have none. */
export function dateClaims({
  kind,
  form,
}: {
  readonly kind: VcJwtKind
  readonly form: VcJwtForm
}): readonly DateClaim[] {
  return kind === 'credential' ? credentialDates[form] : []
}

function idsOf(nodes: JsonValue | undefined): JsonValue[] {
  return listOf(nodes)
    .map(idOf)
    .filter((id) => id !== undefined)
}
