import { describe, expect, it, vi } from 'vitest'
import { derFromRawSignature, rawSignatureFromDer } from './der-signature.js'
import type { SignatureAlgorithm } from './interface.js'
import { jwkFromPublicKey, publicKeyFromJwk } from './jwk.js'
import { barePrivateJwk, generatePrivateJwk, keyPairFromJwk } from './private-key.js'
import { verifySignature } from './signature.js'

vi.mock('#platform', () => import('../platform/web.js'))

const algorithms: readonly SignatureAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'RS256']

describe.each(algorithms)('%s in browsers', (algorithm) => {
  it('makes keys, signs with them and confirms the signatures, by WebCrypto', async () => {
    const subtleSign = vi.spyOn(globalThis.crypto.subtle, 'sign')
    const jwk = await generatePrivateJwk({ algorithm })
    const { publicKey, sign } = await keyPairFromJwk({ ...jwk, kid: 'a' })
    const data = Uint8Array.of(1, 2, 3)
    const signature = await sign(data)
    expect(subtleSign).toHaveBeenCalled()
    subtleSign.mockRestore()

    expect(await verifySignature(data, { signature, publicKey })).toBe(true)
    expect(await verifySignature(data.subarray(1), { signature, publicKey })).toBe(false)
    expect(publicKeyFromJwk(jwkFromPublicKey(publicKey) ?? {})).toEqual(publicKey)
    expect(barePrivateJwk({ ...jwk, kid: 'a' })).toEqual(jwk)
    if (algorithm === 'ES256' || algorithm === 'ES384') {
      expect(rawSignatureFromDer(derFromRawSignature(signature, algorithm) ?? data, algorithm)).toEqual(signature)
    }
  })
})
