import { type IdentityObject, identityObject } from '@testamur/credentials'
import { v4 } from 'uuid'
import type { LearnerOptions, PersonalDatum } from '../interface.js'
import type { AgencyIdentifier, Learner, PersonName } from '../model/index.js'
import type { Ledger } from './ledger.js'

/** Who the record is about. */
export interface LearnerIdentity {
  readonly id: string
  readonly identifier: readonly IdentityObject[]
}

/**
 * Returns the id and the identifiers of the learner. The transcript's own (name, student number, numbers of agencies)
 * are hashed with a random salt each, unless the caller wants them plain or not at all.
 */
export function learnerIdentity(
  ledger: Ledger,
  learner: Learner,
  option: string | LearnerOptions | undefined,
  random: (length: number) => Uint8Array,
): LearnerIdentity {
  const options: LearnerOptions = typeof option === 'string' ? { id: option } : (option ?? {})
  const id = options.id ?? `urn:uuid:${v4({ random: random(16) })}`
  if (options.identity === 'none') {
    ledger.loseRest(learner, 'not-requested', "The option identity is 'none'")
    return { id, identifier: options.identifier ?? [] }
  }
  const hashed = options.identity !== 'plain'
  const identify = (identity: string | undefined, identityType: IdentityObject['identityType']): IdentityObject[] =>
    identity === undefined ? [] : [identityObject({ identity, identityType, hashed }, { random })]
  const { carry } = options
  const carries = (datum: PersonalDatum): boolean => carry === undefined || carry.includes(datum)
  const identifiers = {
    id,
    identifier: [
      ...identify(carries('name') && learner.name ? fullName(ledger, learner.name) : undefined, 'name'),
      ...identify(carries('school-id') ? ledger.use(learner, 'schoolAssignedId') : undefined, 'sourcedId'),
      ...(carries('agency-ids') ? learner.agencyIdentifiers : [])
        .filter(({ value }) => value !== undefined)
        .flatMap((node) => identify(ledger.use(node, 'value'), agencyType(ledger, node))),
      ...(options.identifier ?? []),
    ],
  }
  if (carry !== undefined) ledger.loseRest(learner, 'not-requested', 'The option carry does not name it')
  if (hashed) ledger.reduce(learner, 'personal-data', hashedReason)
  return identifiers
}

const hashedReason = "It is a hash, which only who knows it recognises; the option identity 'plain' carries it in words"

/** Given names, family name and suffix with a blank between them: the form in which a name is hashed. */
function fullName(ledger: Ledger, name: PersonName): string | undefined {
  const parts = [
    ledger.use(name, 'given'),
    ...ledger.use(name, 'middle'),
    ledger.use(name, 'family'),
    ledger.use(name, 'suffix'),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return ledger.use(name, 'composite')
  ledger.lose(name, 'composite', 'superseded', 'The parts of the name stand in its place')
  return parts.join(' ')
}

/** Open Badges has no type for numbers of agencies: the extension is named after the agency. */
function agencyType(ledger: Ledger, node: AgencyIdentifier): IdentityObject['identityType'] {
  const names = [
    ledger.use(node, 'agencyCode'),
    ledger.use(node, 'agencyName'),
    ledger.use(node, 'countryCode'),
    ledger.use(node, 'regionCode'),
  ].filter((name) => name !== undefined)
  return `ext:${
    names
      .join('-')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'agency'
  }`
}
