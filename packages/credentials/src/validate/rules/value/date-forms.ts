import { type ClassName, membersOfTypes, structure } from '../../../model/index.js'
import { hasStampForm, instantOf } from '../../formats.js'
import type { Rule } from '../../interface.js'
import { valuesAt } from '../../located.js'

const dateMembers = membersOfTypes(['DateTime'])

/**
 * A date and time is written as `2026-05-31T09:00:00Z`. The schemas take a space, small letters and offsets without a
 * colon as well; readers that follow the data model do not.
 */
export const dateForms: Rule = {
  id: 'date-forms',
  classes: (Object.keys(structure) as ClassName[]).filter((name) => name !== 'VerifiableCredential'),
  source: 'Verifiable Credentials Data Model 2.0 §4.9; RFC 3339 §5.6',
  members: dateMembers,
  isFine: (value) => typeof value === 'string' && hasStampForm(value),
  check: (instance, report) => {
    for (const member of dateMembers(instance.className)) {
      for (const { value, pointer } of valuesAt(instance, member)) {
        // What has the form and is no date is for the schema to refuse.
        if (typeof value !== 'string' || hasStampForm(value) || instantOf(value) === undefined) continue
        const message = `\`${member}\` should be written as \`2026-05-31T09:00:00Z\`: not every reader takes other forms.`
        report('date-form', pointer, message, {
          level: 'warning',
          hint: 'Write capital `T` and `Z`, no space, and an offset with its colon: `-05:00`.',
        })
      }
    }
  },
}
