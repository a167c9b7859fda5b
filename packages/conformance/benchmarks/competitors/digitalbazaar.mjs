// Stock @digitalbazaar/vc with its own cryptosuite and its own key.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { linkedDataPeer } from './linked-data-peer.mjs'

/** @param key - `id`, `controller` and `seed`; without it nothing can be issued */
export async function digitalbazaar({ key, documents, now }) {
  const signer = key && (await generate(key)).signer()
  return linkedDataPeer({
    name: '@digitalbazaar/vc',
    vc,
    signingSuite: () => new DataIntegrityProof({ signer, cryptosuite, date: now.toISOString() }),
    verificationSuite: () => new DataIntegrityProof({ cryptosuite }),
    documents,
    now,
  })
}
