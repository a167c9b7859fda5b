import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'
import { allCredentials } from './credential-classes.js'

/** What each version of VCDM calls a date that the other calls otherwise. */
const names = [
  ['issuanceDate', 'validFrom'],
  ['expirationDate', 'validUntil'],
] as const

/**
 * A credential has the date names of its own version of VCDM only. A verifier looks at those alone, so a date under the
 * other name would promise an end that never comes.
 */
export const dateNames: Rule = {
  id: 'date-names',
  classes: allCredentials,
  source: 'Verifiable Credentials Data Model 2.0 §4.9; 1.1 §4.6',
  check: ({ value, pointer, version }, report) => {
    for (const [in11, in20] of names) {
      const [own, strange] = version === '1.1' ? [in11, in20] : [in20, in11]
      if (memberOf(value, strange) === undefined) continue
      const message = `\`${strange}\` is not a date of VCDM ${version}: verifiers do not look at it.`
      const hint = memberOf(value, own) === undefined ? `Write \`${own}\`.` : `Leave it out: \`${own}\` is there.`
      report('date-of-other-version', childPointer(pointer, strange), message, { hint })
    }
  },
}
