import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'

/** Names of hash algorithms, and how many hexadecimal digits they make. */
const digits: Readonly<Record<string, number>> = { sha256: 64, md5: 32 }

const members: ReadonlySet<string> = new Set(['identityHash'])

/** A hashed identity is an algorithm, a dollar sign and the hash; SHA-256 rather than MD5. */
export const identityHash: Rule = {
  id: 'identity-hash',
  classes: ['IdentityObject'],
  source: 'Open Badges 3.0, IdentityHash',
  members: () => members,
  check: ({ value, pointer }, report) => {
    const hash = memberOf(value, 'identityHash')
    const hashed = memberOf(value, 'hashed')
    if (typeof hash !== 'string' || typeof hashed !== 'boolean') return
    const place = childPointer(pointer, 'identityHash')
    const [, algorithm = '', hexadecimal = ''] = /^(\w+)\$([0-9a-f]+)$/i.exec(hash) ?? []
    const isHash = Object.hasOwn(digits, algorithm) && digits[algorithm] === hexadecimal.length
    if (hashed && !isHash) {
      const message = 'A hashed identity must be `sha256$` and 64 hexadecimal digits.'
      report('identity-hash-form', place, message, { hint: 'An identity in clear has `"hashed": false`.' })
    } else if (!hashed && isHash) {
      const message = 'An identity in clear should not be a hash: nobody has such a name.'
      report('identity-hash-form', place, message, { level: 'warning', hint: 'A hash has `"hashed": true`.' })
    } else if (algorithm === 'md5' && isHash) {
      const message = 'MD5 is out of date: identities hashed with it are found out more easily.'
      report('identity-hash-weak', place, message, { level: 'warning', hint: 'Hash it with SHA-256.' })
    }
  },
}
