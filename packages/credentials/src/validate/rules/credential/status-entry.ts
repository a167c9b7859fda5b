import { childPointer } from '@testamur/documents/json'
import { typesOf } from '../../../model/index.js'
import { isUri } from '../../formats.js'
import type { Located, Report, Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'
import { allCredentials } from './credential-classes.js'

/** Types of entries that point into a list of bits. */
const listEntries = ['BitstringStatusListEntry', 'StatusList2021Entry']

const members: ReadonlySet<string> = new Set(['credentialStatus'])

/** A status entry says all that a verifier needs to look it up. */
export const statusEntry: Rule = {
  id: 'status-entry',
  classes: allCredentials,
  source: 'Bitstring Status List 1.0 §2.1; Open Badges 3.0, CredentialStatus',
  members: () => members,
  check: (credential, report) => {
    for (const entry of objectsAt(credential, 'credentialStatus')) {
      if (typesOf(entry.value).some((type) => listEntries.includes(type))) checkListEntry(entry, report)
      // Of a credential of another type, a status may do without.
      else if (credential.className !== 'VerifiableCredential' && memberOf(entry.value, 'id') === undefined)
        report('status-incomplete', entry.pointer, '`credentialStatus` should have `id`: where the status is.', {
          level: 'warning',
        })
    }
  },
}

function checkListEntry(entry: Located, report: Report): void {
  if (typeof memberOf(entry.value, 'statusPurpose') !== 'string')
    reportNeed(entry, 'statusPurpose', 'a string such as `revocation`', report)
  const list = memberOf(entry.value, 'statusListCredential')
  if (typeof list !== 'string' || !isUri(list)) reportNeed(entry, 'statusListCredential', 'the URL of the list', report)
  const index = memberOf(entry.value, 'statusListIndex')
  if (typeof index === 'number' && Number.isSafeInteger(index) && index >= 0) {
    const message = '`statusListIndex` should be a string of digits.'
    const details = { level: 'warning', hint: 'Write the number in quotes.' } as const
    report('status-incomplete', childPointer(entry.pointer, 'statusListIndex'), message, details)
  } else if (typeof index !== 'string' || !/^\d+$/.test(index))
    reportNeed(entry, 'statusListIndex', 'a string of digits', report)
}

function reportNeed({ value, pointer }: Located, member: string, what: string, report: Report): void {
  const place = memberOf(value, member) === undefined ? pointer : childPointer(pointer, member)
  report('status-incomplete', place, `\`credentialStatus\` needs \`${member}\`: ${what}.`)
}
