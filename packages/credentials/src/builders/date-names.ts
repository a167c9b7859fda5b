import { childPointer } from '@testamur/documents/json'
import type { ObjectRule } from '../validate/interface.js'
import { allCredentials } from '../validate/rules/credential/credential-classes.js'

/** What the rule of `validate` with this id refuses in a credential of VCDM 2.0, in fewer bytes. */
export const dateNames: ObjectRule = {
  id: 'date-names',
  classes: allCredentials,
  source: 'Verifiable Credentials Data Model 2.0 §4.9',
  check: ({ value, pointer }, report) => {
    for (const member of ['issuanceDate', 'expirationDate']) {
      if (value[member] !== undefined)
        report(
          'date-of-other-version',
          childPointer(pointer, member),
          `\`${member}\` is no date of VCDM 2.0: verifiers do not look at it.`,
        )
    }
  },
}
