import { ProofsError } from '../errors.js'
import { encodeBase64url } from '../platform/base64url.js'
import { algorithmOfIdentifier } from './asn1-algorithm.js'
import { type DerValue, derContent, derTypes, magnitude, readDer } from './der.js'
import type { PrivateJwk } from './interface.js'
import { derFromPem, pemLabel } from './pem.js'
import { keyPairFromJwk, privateJwkFrom } from './private-key.js'

/**
 * Returns the private key of PKCS #8 (RFC 5958), as PEM text (`BEGIN PRIVATE KEY`) or as its DER bytes, as JWK: Ed25519,
 * P-256, P-384 and RSA. The result is secret. Encrypted keys and the older `BEGIN EC PRIVATE KEY` and `BEGIN RSA PRIVATE
 * KEY` are for node:crypto: `createPrivateKey({ key, passphrase }).export({ format: 'jwk' })` returns the JWK of them.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when it is none; the message does not show it.
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { privateJwkFromPkcs8 } from '@testamur/proofs/keys'
 *
 * const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
 * const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
 * const { algorithm } = await memoryKeyStore().importJwk(await privateJwkFromPkcs8(pem))
 * console.log(algorithm) // ES256
 * ```
 */
export async function privateJwkFromPkcs8(pkcs8: string | Uint8Array): Promise<PrivateJwk> {
  const der = typeof pkcs8 === 'string' ? derFromPem(pkcs8, 'PRIVATE KEY') : pkcs8
  const jwk = der && (await privateJwkFromDer(der).catch(() => undefined))
  if (jwk !== undefined) return jwk
  const label = typeof pkcs8 === 'string' ? pemLabel(pkcs8) : undefined
  const isOtherForm = label !== 'PRIVATE KEY' && label?.endsWith('PRIVATE KEY')
  throw new ProofsError('ERR_INVALID_KEY', 'This is no private key in PKCS #8', {
    advice: isOtherForm
      ? 'Read it with createPrivateKey of node:crypto, which takes a passphrase, and import what it exports as "jwk"'
      : 'It needs an unencrypted key of Ed25519, P-256, P-384 or RSA (2048 to 8192 bits)',
  })
}

async function privateJwkFromDer(der: Uint8Array): Promise<PrivateJwk | undefined> {
  const version = take(derContent(der, derTypes.sequence), derTypes.integer)
  const identifier = take(version?.rest, derTypes.sequence)
  // Attributes and the public key may follow.
  const key = take(identifier?.rest, derTypes.octetString)
  const algorithm = identifier && algorithmOfIdentifier(identifier.content)
  if (key === undefined || algorithm === undefined) return undefined
  if (algorithm === 'RS256') return rsaPrivateJwk(key.content)
  const raw = algorithm === 'EdDSA' ? derContent(key.content, derTypes.octetString) : ecScalar(key.content)
  return raw && privateJwkFrom(raw, { algorithm })
}

/** Returns the private key of an `ECPrivateKey` (RFC 5915 §3); the curve and the public key may follow it. */
function ecScalar(der: Uint8Array): Uint8Array | undefined {
  const version = take(derContent(der, derTypes.sequence), derTypes.integer)
  return take(version?.rest, derTypes.octetString)?.content
}

/** Returns the key of an `RSAPrivateKey` of two primes (RFC 8017 §A.1.2): a version, and eight numbers. */
async function rsaPrivateJwk(der: Uint8Array): Promise<PrivateJwk | undefined> {
  const numbers: string[] = []
  let rest = derContent(der, derTypes.sequence) ?? new Uint8Array()
  while (rest.length > 0) {
    const number = readDer(rest, derTypes.integer)
    const bytes = number && magnitude(number.content)
    if (number === undefined || bytes === undefined) return undefined
    numbers.push(encodeBase64url(bytes))
    rest = number.rest
  }
  const [version, n = '', e = '', d = '', p = '', q = '', dp = '', dq = '', qi = ''] = numbers
  if (version !== '' || numbers.length !== 9) return undefined
  const jwk: PrivateJwk = { kty: 'RSA', n, e, d, p, q, dp, dq, qi }
  await keyPairFromJwk(jwk)
  return jwk
}

const take = (bytes: Uint8Array | undefined, type: number): DerValue | undefined => bytes && readDer(bytes, type)
