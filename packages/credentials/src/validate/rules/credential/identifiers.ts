import { childPointer } from '@testamur/documents/json'
import { knownCredentials } from '../../../model/index.js'
import { isUri } from '../../formats.js'
import type { InstanceClass, Located, Report, Rule } from '../../interface.js'
import { isObject, memberOf, objectsAt, valuesAt } from '../../located.js'
import { envelopes } from './credential-classes.js'

/** Members of an envelope whose objects are told apart by `id`. */
const identified = [
  'credentialSubject',
  'credentialSchema',
  'credentialStatus',
  'refreshService',
  'termsOfUse',
  'evidence',
] as const

const members: ReadonlySet<string> = new Set(['id', 'issuer', 'holder', ...identified])

/** The schema of a known class refuses what is no text, and the rule `uris` looks at what is inside. */
const isKnownClass = (className: InstanceClass): boolean => !envelopes.includes(className)

/** What identifies a credential, its issuer, its holder, its subjects and its services is one URL each. */
export const identifiers: Rule = {
  id: 'identifiers',
  classes: [...knownCredentials, ...envelopes],
  source: 'Verifiable Credentials Data Model 2.0 §4.4',
  members: () => members,
  isFine: (value, _member, { className }) =>
    typeof value === 'string' ? isUri(value) : isObject(value) && isKnownClass(className),
  check: (credential, report) => {
    const isKnown = isKnownClass(credential.className)
    if (!isKnown || typeof memberOf(credential.value, 'id') === 'string') checkId(credential, report)
    for (const member of ['issuer', 'holder']) {
      for (const { value, pointer } of valuesAt(credential, member)) {
        if (typeof value === 'string' && !isUri(value)) report('identifier-not-uri', pointer, mustBeUri(member))
        else if (isObject(value) && !isKnown) checkId({ value, pointer }, report)
      }
    }
    for (const member of isKnown ? [] : identified)
      for (const each of objectsAt(credential, member)) checkId(each, report)
  },
}

const mustBeUri = (member: string): string =>
  `\`${member}\` must be one URI, such as \`did:…\`, \`https://…\` or \`urn:uuid:…\`.`

function checkId({ value, pointer }: Located, report: Report): void {
  const id = memberOf(value, 'id')
  if (id === undefined || (typeof id === 'string' && isUri(id))) return
  report('identifier-not-uri', childPointer(pointer, 'id'), mustBeUri('id'))
}
