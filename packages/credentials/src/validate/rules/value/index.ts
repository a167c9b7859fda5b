import type { Rule } from '../../interface.js'
import { countryCode } from './country-code.js'
import { dateForms } from './date-forms.js'
import { extensionTerms } from './extension-terms.js'
import { identityHash } from './identity-hash.js'
import { images } from './images.js'
import { sets } from './sets.js'
import { texts } from './texts.js'
import { typeNames } from './type-names.js'
import { uris } from './uris.js'

/** Rules of single values, which hold wherever such a value stands. */
export const valueRules: readonly Rule[] = [
  typeNames,
  uris,
  texts,
  sets,
  dateForms,
  extensionTerms,
  identityHash,
  images,
  countryCode,
]
