import { ProofsError } from '../../errors.js'
import { rawSignatureFromDer } from '../../keys/der-signature.js'
import type { SignatureAlgorithm } from '../../keys/interface.js'
import { publicKeyFromSpki } from '../../keys/spki.js'
import { digestFor } from '../key-service/digest.js'
import { KeyServiceFault, malformedAnswer } from '../key-service/fault.js'
import type { KeyService, KeyServiceKey } from '../key-service/interface.js'
import type {
  GoogleCloudKmsClient,
  GoogleInt64Value,
  GoogleKeyAlgorithm,
  GoogleKeyVersion,
  GoogleSignature,
  GoogleSignRequest,
} from './client.js'
import { crc32c } from './crc32c.js'
import { googleFaultOf } from './google-fault.js'

/** A key of Google Cloud KMS. */
export interface GoogleCloudKmsKey extends KeyServiceKey {
  /**
   * Full resource name of the key version:
   * `projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/1`. A version is one key for ever.
   */
  readonly keyVersion: string
}

/** RSA of 4096 bits with SHA-512, all of PSS, secp256k1 and the rest are not for credentials. */
const algorithmOfKey: ReadonlyMap<unknown, SignatureAlgorithm> = new Map([
  ['EC_SIGN_ED25519', 'EdDSA'],
  ['EC_SIGN_P256_SHA256', 'ES256'],
  ['EC_SIGN_P384_SHA384', 'ES384'],
  ['RSA_SIGN_PKCS1_2048_SHA256', 'RS256'],
  ['RSA_SIGN_PKCS1_3072_SHA256', 'RS256'],
  ['RSA_SIGN_PKCS1_4096_SHA256', 'RS256'],
])

const algorithmOfNewKey: Readonly<Record<SignatureAlgorithm, GoogleKeyAlgorithm>> = {
  EdDSA: 'EC_SIGN_ED25519',
  ES256: 'EC_SIGN_P256_SHA256',
  ES384: 'EC_SIGN_P384_SHA384',
  RS256: 'RSA_SIGN_PKCS1_3072_SHA256',
}

/** The API states 64 KiB for what it encrypts, and nothing for what it signs; this is to be on the safe side. */
const maxDataBytes = 64 * 1024

const pollMs = 250
const retry = { retry: null }

/** Returns Google Cloud KMS as a key service; new keys go into `keyRing`. */
export function googleCloudKmsService(
  client: GoogleCloudKmsClient,
  keyRing: string | undefined,
): KeyService<GoogleCloudKmsKey> {
  return {
    name: 'Google Cloud KMS',
    locatorMembers: ['keyVersion'],
    faultOf: googleFaultOf,
    async publicKey({ keyVersion: name }, signal) {
      const [{ name: named, pem, pemCrc32c, algorithm }] = await cancellable(
        client.getPublicKey({ name }, retry),
        signal,
      )
      if (typeof pem !== 'string' || named !== name) throw new KeyServiceFault(malformedAnswer('the public key'))
      refuseDamaged(new TextEncoder().encode(pem), pemCrc32c)
      return { algorithm: algorithmOfKey.get(algorithm), publicKey: publicKeyFromSpki(pem) }
    },
    async created({ keyVersion: name }, signal) {
      const [version] = await cancellable(client.getCryptoKeyVersion({ name }, retry), signal)
      return createdOf(version)
    },
    async sign(data, { key, algorithm, signal }) {
      const request = signRequest(key.keyVersion, algorithm, data)
      const [answer] = await cancellable(client.asymmetricSign(request, retry), signal)
      const signature = signatureOf(answer, request)
      const isEcdsa = algorithm === 'ES256' || algorithm === 'ES384'
      return signature && isEcdsa ? rawSignatureFromDer(signature, algorithm) : signature
    },
    maxMessageBytes: (algorithm) => (algorithm === 'EdDSA' ? maxDataBytes : undefined),
    async generate({ algorithm, name: cryptoKeyId, signal }) {
      if (keyRing === undefined) {
        throw new ProofsError('ERR_INVALID_OPTION', 'New keys in Google Cloud KMS need a `keyRing`', {
          advice: 'Give its resource name to the key store: projects/…/locations/…/keyRings/…',
        })
      }
      const cryptoKey = {
        purpose: 'ASYMMETRIC_SIGN',
        versionTemplate: { algorithm: algorithmOfNewKey[algorithm] },
      } as const
      const [made] = await cancellable(
        client.createCryptoKey({ parent: keyRing, cryptoKeyId, cryptoKey }, retry),
        signal,
      )
      return { keyVersion: `${nameIn(made)}/cryptoKeyVersions/1` }
    },
    async newVersion({ keyVersion }, { signal }) {
      const parent = keyVersion.replace(/\/cryptoKeyVersions\/[^/]*$/, '')
      const [version] = await cancellable(client.createCryptoKeyVersion({ parent }, retry), signal)
      return { keyVersion: nameIn(version) }
    },
    async whenReady({ keyVersion: name }, signal) {
      for (;;) {
        const [{ state }] = await cancellable(client.getCryptoKeyVersion({ name }, retry), signal)
        if (state !== 'PENDING_GENERATION') return
        await new Promise((resolve) => setTimeout(resolve, pollMs))
        signal.throwIfAborted()
      }
    },
  }
}

function nameIn({ name }: { readonly name?: unknown }): string {
  if (typeof name === 'string') return name
  throw new KeyServiceFault(malformedAnswer('the name of the key'))
}

function signRequest(name: string, algorithm: SignatureAlgorithm, data: Uint8Array): GoogleSignRequest {
  if (algorithm === 'EdDSA') return { name, data, dataCrc32c: { value: crc32c(data) } }
  const digest = digestFor(algorithm, data)
  return {
    name,
    digest: algorithm === 'ES384' ? { sha384: digest } : { sha256: digest },
    digestCrc32c: { value: crc32c(digest) },
  }
}

/** The signature in an answer, once it is certain that neither question nor answer was damaged on the way. */
function signatureOf(answer: GoogleSignature, request: GoogleSignRequest): Uint8Array | undefined {
  const { name, signature, signatureCrc32c, verifiedDataCrc32c, verifiedDigestCrc32c } = answer
  if (!(signature instanceof Uint8Array) || name !== request.name) return undefined
  const arrivedWhole = request.data === undefined ? verifiedDigestCrc32c : verifiedDataCrc32c
  if (!arrivedWhole) throw new KeyServiceFault(damaged)
  refuseDamaged(signature, signatureCrc32c)
  return new Uint8Array(signature)
}

/** Google's guide to data integrity: repeat a call a few times whose checksums do not fit. */
const damaged = {
  code: 'ERR_KEY_SERVICE_RESPONSE',
  detail: 'sent or received something whose checksum does not fit',
  isTransient: true,
} as const

function refuseDamaged(bytes: Uint8Array, checksum: GoogleInt64Value | null | undefined): void {
  if (String(checksum?.value) !== String(crc32c(bytes))) throw new KeyServiceFault(damaged)
}

function createdOf({ createTime }: GoogleKeyVersion): string | undefined {
  const date = new Date(Number(createTime?.seconds ?? Number.NaN) * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** What a call returns; a signal that aborts cancels it, as the client's promises let one. */
async function cancellable<Result>(call: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const cancel = (): void => (call as { cancel?: () => void }).cancel?.()
  signal.addEventListener('abort', cancel)
  try {
    return await call
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
