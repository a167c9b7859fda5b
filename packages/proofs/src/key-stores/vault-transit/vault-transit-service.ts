import { ProofsError } from '../../errors.js'
import { decodeBase64, encodeBase64 } from '../../keys/base64.js'
import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import { encodeMultikey } from '../../keys/multikey.js'
import { publicKeyFromSpki } from '../../keys/spki.js'
import { decodeBase64url } from '../../platform/base64url.js'
import { digestFor } from '../key-service/digest.js'
import { KeyServiceFault, malformedAnswer, membersOf } from '../key-service/fault.js'
import type { Fault, KeyService, KeyServiceKey } from '../key-service/interface.js'
import { type VaultClient, vaultFaultOf } from './vault-client.js'

/** A key of the transit engine. */
export interface VaultTransitKey extends KeyServiceKey {
  /** Name of the key. */
  readonly name: string
  /**
   * Its version, which is one key for ever: signatures are asked of this version also after the key has been rotated.
   * Default 1.
   */
  readonly version?: number | undefined
}

const algorithmOfType: ReadonlyMap<unknown, SignatureAlgorithm> = new Map([
  ['ed25519', 'EdDSA'],
  ['ecdsa-p256', 'ES256'],
  ['ecdsa-p384', 'ES384'],
  ['rsa-2048', 'RS256'],
  ['rsa-3072', 'RS256'],
  ['rsa-4096', 'RS256'],
])

const typeOfNewKey: Readonly<Record<SignatureAlgorithm, string>> = {
  EdDSA: 'ed25519',
  ES256: 'ecdsa-p256',
  ES384: 'ecdsa-p384',
  RS256: 'rsa-3072',
}

/** A server takes 32 MiB by default (`max_request_size`), and base64 makes 3 bytes into 4. */
const maxInputBytes = 24_000_000

/** Returns the transit engine of a server as a key service. */
export function vaultTransitService(request: VaultClient): KeyService<VaultTransitKey> {
  return {
    name: 'Vault',
    locatorMembers: ['name', 'version'],
    faultOf: vaultFaultOf,
    async publicKey(key, signal) {
      const { type, keys } = await request(`keys/${pathOf(key)}`, { signal })
      const { public_key: text } = membersOf(versionOf(keys, key))
      if (typeof type !== 'string' || typeof text !== 'string') throw new KeyServiceFault(malformedAnswer('such a key'))
      const algorithm = algorithmOfType.get(type)
      return { algorithm, publicKey: algorithm && publicKeyOf(text, algorithm) }
    },
    async created(key, signal) {
      const { keys } = await request(`keys/${pathOf(key)}`, { signal })
      const { creation_time: time } = membersOf(versionOf(keys, key))
      const date = new Date(String(time))
      return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
    },
    async sign(data, { key, algorithm, signal }) {
      const { version = 1 } = key
      const body = { ...signBody(algorithm, data), key_version: version }
      const { signature } = await request(`sign/${pathOf(key)}`, { body, signal })
      const prefix = `vault:v${version}:`
      if (typeof signature !== 'string' || !signature.startsWith(prefix)) return undefined
      const encoded = signature.slice(prefix.length)
      return isEcdsa(algorithm) ? decodeBase64url(encoded) : decodeBase64(encoded)
    },
    maxMessageBytes: (algorithm) => (algorithm === 'EdDSA' ? maxInputBytes : undefined),
    async generate({ algorithm, name, signal }) {
      // Of a name that is taken, the server would return the key that is there.
      await request(`keys/${name}`, { body: { type: typeOfNewKey[algorithm] }, signal })
      return { name, version: 1 }
    },
    async newVersion(key, { signal }) {
      const { name } = key
      const path = `keys/${pathOf(key)}`
      const before = latestIn(await request(path, { signal }))
      const answer = await request(`${path}/rotate`, { body: {}, signal })
      if (answer['latest_version'] !== undefined) return { name, version: latestIn(answer) }
      // Older servers answer with nothing, and others may have rotated the key meanwhile.
      const after = latestIn(
        await request(path, { signal }).catch((error: unknown) => refuseUnread(error, key, before)),
      )
      if (after === before + 1) return { name, version: after }
      throw new KeyServiceFault(severalVersions(before, after))
    },
  }
}

const isEcdsa = (algorithm: SignatureAlgorithm): algorithm is 'ES256' | 'ES384' =>
  algorithm === 'ES256' || algorithm === 'ES384'

/** API of transit, "Sign data". Without `marshaling_algorithm` ECDSA signatures are DER, and RSA ones are PSS by default. */
function signBody(algorithm: SignatureAlgorithm, data: Uint8Array): object {
  if (algorithm === 'EdDSA') return { input: encodeBase64(data) }
  return {
    input: encodeBase64(digestFor(algorithm, data)),
    prehashed: true,
    hash_algorithm: algorithm === 'ES384' ? 'sha2-384' : 'sha2-256',
    ...(isEcdsa(algorithm) ? { marshaling_algorithm: 'jws' } : { signature_algorithm: 'pkcs1v15' }),
  }
}

function latestIn({ latest_version: version }: Readonly<Record<string, unknown>>): number {
  if (Number.isInteger(version)) return version as number
  throw new KeyServiceFault(malformedAnswer('the version of the key'))
}

/** The answer that was to tell the version of a rotation did not come, and the version is there. */
function refuseUnread(error: unknown, { name }: VaultTransitKey, before: number): never {
  const { fault } = error as KeyServiceFault
  const advice = `It has made version ${before + 1} of ${name}, or a later one: do not make another, name it in \`keys\``
  throw error instanceof KeyServiceFault ? new KeyServiceFault({ ...fault, advice }) : error
}

function severalVersions(before: number, after: number): Fault {
  return {
    code: 'ERR_KEY_SERVICE_RESPONSE',
    detail: `went from version ${before} of the key to version ${after}, so that others have rotated it too`,
    advice: `Find out which of the versions after ${before} is whose, and name yours in \`keys\`; let one process rotate`,
  }
}

function versionOf(keys: unknown, { version = 1 }: VaultTransitKey): unknown {
  const found = membersOf(keys)[String(version)]
  if (found !== undefined || Object.keys(membersOf(keys)).length === 0) return found
  throw new KeyServiceFault({ code: 'ERR_KEY_NOT_FOUND', detail: `has no version ${version} of the key` })
}

/** Keys of Ed25519 are shown as their 32 bytes in base64, the others as PEM. */
function publicKeyOf(text: string, algorithm: SignatureAlgorithm): PublicKey | undefined {
  const bytes = algorithm === 'EdDSA' ? decodeBase64(text) : undefined
  return bytes ? encodeMultikey(algorithm, bytes) : publicKeyFromSpki(text)
}

/** The name of a key as part of a path: what the server takes for one. */
function pathOf({ name }: VaultTransitKey): string {
  if (/^\w(?:[\w.-]*\w)?$/.test(name)) return name
  throw new ProofsError('ERR_INVALID_OPTION', 'The `name` of a key is none that Vault takes', {
    advice: 'Give the name alone; the `mount` of the transit engine is an option of its own',
  })
}
