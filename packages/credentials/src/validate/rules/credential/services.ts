import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'
import { allCredentials } from './credential-classes.js'

const members: ReadonlySet<string> = new Set(['credentialStatus', 'refreshService', 'credentialSchema'])

/** Where a credential sends its readers is reached over https: over http, anybody on the way can answer. */
export const services: Rule = {
  id: 'services',
  classes: allCredentials,
  source: 'Open Badges 3.0, CredentialStatus, RefreshService, CredentialSchema',
  members: () => members,
  check: (credential, report) => {
    for (const member of members) {
      for (const { value, pointer } of objectsAt(credential, member)) {
        for (const name of ['id', 'statusListCredential']) {
          const url = memberOf(value, name)
          if (typeof url !== 'string' || !/^http:/i.test(url)) continue
          const message = `\`${name}\` of \`${member}\` is an address of http, which anybody on the way can change.`
          report('service-not-https', childPointer(pointer, name), message, {
            level: 'warning',
            hint: 'Publish it under `https:`.',
          })
        }
      }
    }
  },
}
