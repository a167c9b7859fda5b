// A double of the transit engine of HashiCorp Vault and OpenBao: it speaks their HTTP API as the documentation has it, with
// keys of its own. It shows that requests, answers, retries and errors are understood; it says nothing about Vault itself.
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import {
  type Answer,
  type LoopbackServer,
  type LoopbackServerOptions,
  loopbackServer,
  type ReceivedRequest,
} from './loopback-server.js'
import { newSigningKey, type SigningKey } from './signing-key.js'

const types: Readonly<Record<SignatureAlgorithm, string>> = {
  EdDSA: 'ed25519',
  ES256: 'ecdsa-p256',
  ES384: 'ecdsa-p384',
  RS256: 'rsa-3072',
}
const hashes: Readonly<Record<SignatureAlgorithm, string | undefined>> = {
  EdDSA: undefined,
  ES256: 'sha2-256',
  ES384: 'sha2-384',
  RS256: 'sha2-256',
}

/** The double, and what is in it. */
export interface VaultDouble extends LoopbackServer {
  /** Keys by name; the first version first. */
  readonly keys: Map<string, SigningKey[]>
  /** Makes it answer rotations with nothing, as older servers do. */
  isOld: boolean
  /** Makes a key and returns its name. */
  addKey(algorithm: SignatureAlgorithm): string
}

/** An error as Vault answers it. */
export const vaultError = (status: number, text: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { errors: [text] },
})

/** Starts the double, for one token and mount. */
export async function vaultDouble({
  token,
  mount = 'transit',
  namespace,
  certificate,
}: {
  readonly token: string
  readonly mount?: string
  readonly namespace?: string
  readonly certificate?: LoopbackServerOptions['certificate']
}): Promise<VaultDouble> {
  const keys = new Map<string, SigningKey[]>()
  const serve = (request: ReceivedRequest): Answer => {
    if (request.headers['x-vault-token'] !== token) return vaultError(403, 'permission denied')
    if (request.headers['x-vault-namespace'] !== namespace) return vaultError(404, 'no handler for route')
    const [, path] = request.path.split(`/v1/${mount}/`)
    if (path === undefined) return vaultError(404, 'no handler for route')
    const answered = answer(keys, path, request)
    return double.isOld && path.endsWith('/rotate') ? { status: 204, body: '' } : answered
  }
  const server = await loopbackServer(serve, { certificate })
  let count = 0
  const addKey = (algorithm: SignatureAlgorithm): string => {
    const name = `key-${(count += 1)}`
    keys.set(name, [newSigningKey(algorithm)])
    return name
  }
  const double = Object.assign(server, { keys, addKey, isOld: false })
  return double
}

function answer(keys: Map<string, SigningKey[]>, path: string, { method, body }: ReceivedRequest): Answer {
  const [operation, name = '', verb] = path.split('/')
  const versions = keys.get(name)
  const input = body === '' ? {} : (JSON.parse(body) as SignInput & { type?: string })
  if (operation === 'keys' && method === 'GET') {
    return versions ? { status: 200, body: { data: shown(name, versions) } } : vaultError(404, '')
  }
  if (operation === 'keys' && verb === 'rotate') {
    versions?.push(newSigningKey(versions[0]?.algorithm ?? 'EdDSA'))
    return { status: 200, body: { data: shown(name, versions ?? []) } }
  }
  if (operation === 'keys') {
    const algorithm = (Object.keys(types) as SignatureAlgorithm[]).find((one) => types[one] === input.type)
    if (algorithm === undefined) return vaultError(400, `unknown key type ${input.type}`)
    // A key that is there stays as it is.
    if (versions === undefined) keys.set(name, [newSigningKey(algorithm)])
    return { status: 204, body: '' }
  }
  if (operation !== 'sign') return vaultError(404, 'unsupported path')
  return versions ? signed(versions, input) : vaultError(400, 'signing key not found')
}

function shown(name: string, versions: readonly SigningKey[]): object {
  const [first] = versions
  const keys = versions.map(({ algorithm, publicKey, created }, index) => {
    const { x = '' } = publicKey.export({ format: 'jwk' })
    const text =
      algorithm === 'EdDSA'
        ? Buffer.from(x, 'base64url').toString('base64')
        : publicKey.export({ format: 'pem', type: 'spki' }).toString()
    return [String(index + 1), { name: types[algorithm], public_key: text, creation_time: created.toISOString() }]
  })
  return {
    name,
    type: types[first?.algorithm ?? 'EdDSA'],
    keys: Object.fromEntries(keys),
    latest_version: versions.length,
  }
}

interface SignInput {
  readonly input?: string
  readonly key_version?: number
  readonly prehashed?: boolean
  readonly hash_algorithm?: string
  readonly signature_algorithm?: string
  readonly marshaling_algorithm?: string
}

function signed(versions: readonly SigningKey[], request: SignInput): Answer {
  const { key_version: version = versions.length, prehashed = false } = request
  const key = versions[version - 1]
  const input = Buffer.from(request.input ?? '', 'base64')
  if (key === undefined) return vaultError(400, 'requested version for signing is higher than the latest key version')
  if (prehashed !== (key.algorithm !== 'EdDSA')) return vaultError(400, 'the double signs digests alone')
  if ((request.hash_algorithm ?? hashes.EdDSA) !== hashes[key.algorithm]) return vaultError(400, 'unsupported hash')
  if (key.algorithm === 'RS256' && request.signature_algorithm !== 'pkcs1v15') return vaultError(400, 'that is PSS')
  const isJws = request.marshaling_algorithm === 'jws'
  const signature = prehashed ? key.signDigest(input, isJws ? 'compact' : 'der') : key.signMessage(input)
  const encoded = Buffer.from(signature).toString(isJws ? 'base64url' : 'base64')
  return { status: 200, body: { data: { signature: `vault:v${version}:${encoded}`, key_version: version } } }
}
