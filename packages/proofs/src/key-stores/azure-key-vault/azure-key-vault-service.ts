import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import { publicKeyFromJwk } from '../../keys/jwk.js'
import { encodeBase64url } from '../../platform/base64url.js'
import { digestFor } from '../key-service/digest.js'
import { KeyServiceFault, malformedAnswer } from '../key-service/fault.js'
import type { KeyService, KeyServiceKey } from '../key-service/interface.js'
import { azureFaultOf } from './azure-fault.js'
import type { AzureCryptographyClient, AzureKey, AzureKeyClient, AzureSigningAlgorithm } from './client.js'

/** A key of Azure Key Vault or Managed HSM. */
export interface AzureKeyVaultKey extends KeyServiceKey {
  /** Name of the key in the vault. */
  readonly name: string
  /** Its version, 32 hexadecimal digits: a version is one key for ever. */
  readonly version: string
}

/** Returns a vault as a key service. */
export function azureKeyVaultService(client: AzureKeyClient): KeyService<AzureKeyVaultKey> {
  // The cryptography client fetches the key by itself before it signs for the first time, so it is worth keeping.
  const clients = new Map<string, AzureCryptographyClient>()
  const clientFor = ({ name, version }: AzureKeyVaultKey): AzureCryptographyClient => {
    const known = clients.get(`${name}/${version}`)
    const made = known ?? client.getCryptographyClient(name, { keyVersion: version })
    clients.set(`${name}/${version}`, made)
    return made
  }
  const make = async (
    name: string,
    algorithm: AzureSigningAlgorithm,
    abortSignal: AbortSignal,
  ): Promise<{ name: string; version: string }> => {
    const { properties } =
      algorithm === 'RS256'
        ? await client.createRsaKey(name, { keySize: 3072, abortSignal })
        : await client.createEcKey(name, { curve: algorithm === 'ES384' ? 'P-384' : 'P-256', abortSignal })
    if (properties.version === undefined) throw new KeyServiceFault(malformedAnswer('the version of the key'))
    return { name, version: properties.version }
  }
  return {
    name: 'Azure Key Vault',
    locatorMembers: ['name', 'version'],
    faultOf: azureFaultOf,
    defaultAlgorithm: 'ES256',
    async publicKey({ name, version }, abortSignal) {
      const { key } = await client.getKey(name, { version, abortSignal })
      if (key?.kty === undefined) throw new KeyServiceFault(malformedAnswer('a key'))
      return { algorithm: algorithmOf(key), publicKey: publicKeyOf(key) }
    },
    async created({ name, version }, abortSignal) {
      const { properties } = await client.getKey(name, { version, abortSignal })
      return properties.createdOn?.toISOString()
    },
    async sign(data, { key, algorithm, signal }) {
      // Only a pinned key can have come this far; the vault would not know the algorithm.
      if (algorithm === 'EdDSA') throw new KeyServiceFault(noEdDsa)
      const { result } = await clientFor(key).sign(algorithm, digestFor(algorithm, data), { abortSignal: signal })
      // Signatures of elliptic curves are r‖s here (RFC 7518 §3.4), not DER.
      return result instanceof Uint8Array ? new Uint8Array(result) : undefined
    },
    async generate({ algorithm, name, signal }) {
      // A name that is taken would get a new version.
      return algorithm === 'EdDSA' ? undefined : make(name, algorithm, signal)
    },
    async newVersion({ name }, { algorithm, signal }) {
      if (algorithm === 'EdDSA') throw new KeyServiceFault(noEdDsa)
      return make(name, algorithm, signal)
    },
  }
}

const noEdDsa = {
  code: 'ERR_KEY_SERVICE_RESPONSE',
  detail: 'has no Ed25519 keys, and the entry names one',
  advice: 'Correct publicKeyMultibase, or leave it out',
} as const

type AzureJwk = NonNullable<AzureKey['key']>

/** Keys in hardware have the type with `-HSM` behind it. */
function algorithmOf({ kty, crv }: AzureJwk): SignatureAlgorithm | undefined {
  if (kty === 'RSA' || kty === 'RSA-HSM') return 'RS256'
  if (kty !== 'EC' && kty !== 'EC-HSM') return undefined
  return crv === 'P-256' ? 'ES256' : crv === 'P-384' ? 'ES384' : undefined
}

function publicKeyOf({ crv, x, y, n, e }: AzureJwk): PublicKey | undefined {
  if (n && e) return publicKeyFromJwk({ kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(e) })
  return x && y && publicKeyFromJwk({ kty: 'EC', crv, x: encodeBase64url(x), y: encodeBase64url(y) })
}
