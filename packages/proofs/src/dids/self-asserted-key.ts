import type { PublicKey } from '../keys/interface.js'
import { publicKeyFromMultikey } from '../keys/multikey.js'

/**
 * Returns the key that the id of a verification method itself is, where nobody confirms it: the fragment of the
 * issuer's own id, or a did:key. Anybody can make such a key for any issuer.
 */
export function selfAssertedKey(id: string, issuer: string): PublicKey | undefined {
  const [controller, fragment = ''] = id.split('#')
  const isDidKey = controller === `did:key:${fragment}`
  return controller === issuer || isDidKey ? publicKeyFromMultikey(fragment) : undefined
}
