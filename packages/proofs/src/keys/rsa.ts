import { rsa } from '#platform'
import { ProofsError } from '../errors.js'
import { decodeBase64url, encodeBase64url } from '../platform/base64url.js'
import type { RsaPrivateNumbers } from '../platform/interface.js'
import { noVerifier } from '../platform/no-verifier.js'
import { hexFromBytes } from './hex.js'
import type { KeyAlgorithm, RsaPrivateJwk, RsaPublicJwk, Signer } from './interface.js'
import { encodeMultikey } from './multikey.js'
import { derFromRsaPublicKey, isAcceptableRsaKey, rsaPublicKeyFromDer } from './rsa-public-key.js'

/** NIST SP 800-57 part 1 §5.6.1: as strong as P-256. Records are kept for decades, past 2030, where 2048 bits end. */
const newModulusBits = 3072

const numbers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

/** Keys of `RS256`: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 §3.3, RFC 8017 §8.2). */
export const rs256Keys: KeyAlgorithm = {
  algorithm: 'RS256',
  jwk: { kty: 'RSA', algs: ['RS256'], privateMembers: ['kty', ...numbers] },
  bytesFromJwk(jwk) {
    const [modulus, exponent] = [decodeBase64url(jwk.n), decodeBase64url(jwk.e)]
    if (modulus === undefined || exponent === undefined) return undefined
    return isAcceptableRsaKey({ modulus, exponent }) ? derFromRsaPublicKey({ modulus, exponent }) : undefined
  },
  jwkFromBytes,
  async generateJwk() {
    const { n, e, d, p, q, dp, dq, qi } = await rsa.generate(newModulusBits)
    return { kty: 'RSA', n, e, d, p, q, dp, dq, qi } satisfies RsaPrivateJwk
  },
  async keyPair(jwk) {
    const bytes = rs256Keys.bytesFromJwk(jwk)
    const publicKey = bytes && encodeMultikey('RS256', bytes)
    // A key of more than two primes has `oth`, which hardly any engine takes.
    if (publicKey === undefined || 'oth' in jwk || !belongTogether(jwk)) return undefined
    const sign = await signerOf(jwk as unknown as RsaPrivateNumbers)
    return sign && { publicKey, sign }
  },
  verifier(publicKey) {
    const key = rsaPublicKeyFromDer(publicKey)
    if (key === undefined) return noVerifier
    const verify = rsa.verifier({ n: encodeBase64url(key.modulus), e: encodeBase64url(key.exponent) })
    // RFC 8017 §8.2.2 step 1.
    return async (signature, data) => signature.length === key.modulus.length && verify(signature, data)
  },
}

function jwkFromBytes(bytes: Uint8Array): RsaPublicJwk | undefined {
  const key = rsaPublicKeyFromDer(bytes)
  return key && { kty: 'RSA', n: encodeBase64url(key.modulus), e: encodeBase64url(key.exponent) }
}

/**
 * The conditions of RFC 8017 §3.2. Engines do not check them, and each uses other numbers of the key, so a slip in one
 * could stay hidden until the key is moved.
 */
function belongTogether(jwk: Readonly<Record<string, unknown>>): boolean {
  const [n, e, d, p, q, dp, dq, qi] = numbers.map((member) => {
    const bytes = decodeBase64url(jwk[member])
    return bytes === undefined ? 0n : BigInt(`0x${hexFromBytes(bytes)}`)
  })
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi || p === 1n || q === 1n) return false
  const exponentsFit = (e * dp) % (p - 1n) === 1n && (e * dq) % (q - 1n) === 1n
  return n === p * q && exponentsFit && d % (p - 1n) === dp && d % (q - 1n) === dq && (q * qi) % p === 1n
}

/** Returns what signs with a private key, or `undefined` when its signatures do not fit its public key. */
async function signerOf(key: RsaPrivateNumbers): Promise<Signer['sign'] | undefined> {
  try {
    const sign = await rsa.signer(key)
    // Shows what the numbers alone do not: whether the primes are any.
    const data = new Uint8Array(32)
    return (await rsa.verifier(key)(await sign(data), data)) ? sign : undefined
  } catch (error) {
    if (ProofsError.isInstance(error)) throw error
    return undefined
  }
}
