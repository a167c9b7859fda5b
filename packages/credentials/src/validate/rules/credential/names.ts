import type { Located, Report, Rule } from '../../interface.js'
import { isObject, memberOf, objectsAt, valuesAt } from '../../located.js'

/** Members that a text in one language has (VCDM 2.0 §11.1). */
const textMembers = new Set(['@value', '@language', '@direction'])

/** Names and descriptions of a credential of any type and of its issuer are texts, or texts with their language. */
export const names: Rule = {
  id: 'names',
  classes: ['VerifiableCredential'],
  source: 'Verifiable Credentials Data Model 2.0 §4.6',
  check: (credential, report) => {
    // VCDM 1.1 says nothing of them.
    if (credential.version === '1.1') return
    checkTexts(credential, report)
    for (const issuer of objectsAt(credential, 'issuer')) checkTexts(issuer, report)
  },
}

function checkTexts(named: Located, report: Report): void {
  for (const member of ['name', 'description']) {
    for (const { value, pointer } of valuesAt(named, member)) {
      if (typeof value === 'string') continue
      const isText = isObject(value) && typeof memberOf(value, '@value') === 'string'
      if (isText && Object.keys(value).every((each) => textMembers.has(each))) continue
      const message = `\`${member}\` must be a string, or objects with \`@value\`, \`@language\` and \`@direction\` alone.`
      report('value-format', pointer, message)
    }
  }
}
