import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { isObject, memberOf, objectsAt } from '../../located.js'
import { allCredentials } from './credential-classes.js'

const members: ReadonlySet<string> = new Set(['proof'])

const isAddress = (method: string): boolean => /^(https?|did):/i.test(method)

/**
 * A proof that is there asserts the credential, and names its key by an address. Whether it holds is for verification,
 * and an unsigned document is no less valid.
 */
export const proofFields: Rule = {
  id: 'proof-fields',
  classes: allCredentials,
  source: 'Open Badges 3.0, Proof',
  members: () => members,
  isFine: (value) => {
    if (!isObject(value) || memberOf(value, 'proofPurpose') !== 'assertionMethod') return false
    const method = memberOf(value, 'verificationMethod')
    return typeof method !== 'string' || isAddress(method)
  },
  check: (credential, report) => {
    const proofs = objectsAt(credential, 'proof')
    const purposes = proofs.map(({ value }) => memberOf(value, 'proofPurpose'))
    const first = proofs[0]
    if (first !== undefined && !purposes.includes('assertionMethod')) {
      const message = 'No proof has the purpose `assertionMethod`, so none says that the issuer made the claims.'
      report('proof-purpose', first.pointer, message)
    }
    for (const { value, pointer } of proofs) {
      const method = memberOf(value, 'verificationMethod')
      if (typeof method !== 'string' || isAddress(method)) continue
      const message = '`verificationMethod` must be an address of the key: `did:…` or `https://…`.'
      report('proof-method', childPointer(pointer, 'verificationMethod'), message)
    }
  },
}
