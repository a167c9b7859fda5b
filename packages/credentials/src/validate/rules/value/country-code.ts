import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'

const members: ReadonlySet<string> = new Set(['addressCountryCode'])

/** A country code is one of two capital letters. */
export const countryCode: Rule = {
  id: 'country-code',
  classes: ['Address'],
  source: 'Open Badges 3.0, CountryCode; ISO 3166-1 alpha-2',
  members: () => members,
  check: ({ value, pointer }, report) => {
    const code = memberOf(value, 'addressCountryCode')
    if (typeof code !== 'string' || /^[A-Z]{2}$/.test(code)) return
    const message = '`addressCountryCode` should be the two capital letters of ISO 3166-1, such as `US`.'
    report('country-code', childPointer(pointer, 'addressCountryCode'), message, { level: 'warning' })
  },
}
