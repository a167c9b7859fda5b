import { type ClassName, membersOfTypes, structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { isObject, valuesAt } from '../../located.js'

const languageTag = /^[a-z]{2}(-[A-Z]{2})?$/

/** Types of which the schemas take values by language, be they prose or not; of dates and terms they refuse them. */
const textMembers = membersOfTypes([
  'String',
  'URI',
  'URL',
  'IdentityHash',
  'EmailAddress',
  'PhoneNumber',
  'CountryCode',
  'LanguageCode',
  'CompactJws',
])

/** A text is one string. The schemas also take texts by language, which no context of the specifications defines. */
export const texts: Rule = {
  id: 'texts',
  // A credential of another type may have a vocabulary of its own.
  classes: (Object.keys(structure) as ClassName[]).filter((name) => name !== 'VerifiableCredential'),
  source: 'JSON-LD 1.1 §9.8; Open Badges 3.0, JSON-LD schemas',
  members: textMembers,
  isFine: (value) => (Array.isArray(value) ? !value.some(isObject) : !isObject(value)),
  check: (instance, report) => {
    const language = instance.className === 'Achievement' ? ', and the language of the achievement as `inLanguage`' : ''
    const members = textMembers(instance.className)
    for (const member of Object.keys(instance.value)) {
      if (typeof instance.value[member] !== 'object' || !members.has(member)) continue
      for (const { value, pointer } of valuesAt(instance, member)) {
        if (!isObject(value) || !Object.keys(value).every((tag) => languageTag.test(tag))) continue
        const message = `\`${member}\` holds texts by language, which is lost in JSON-LD and covered by no proof.`
        report('language-map', pointer, message, { hint: `Write one string${language}.` })
      }
    }
  },
}
