// Stock @digitalcredentials/vc with its own cryptosuite and its own key.
import { DataIntegrityProof } from '@digitalcredentials/data-integrity'
import { generate } from '@digitalcredentials/ed25519-multikey'
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalcredentials/vc'
import { linkedDataPeer } from './linked-data-peer.mjs'

/** @param key - `id`, `controller` and `seed` */
export async function digitalcredentials({ key, documents, now }) {
  const signer = (await generate(key)).signer()
  return linkedDataPeer({
    name: '@digitalcredentials/vc',
    vc,
    signingSuite: () => new DataIntegrityProof({ signer, cryptosuite, date: now.toISOString() }),
    verificationSuite: () => new DataIntegrityProof({ cryptosuite }),
    documents,
    now,
  })
}
