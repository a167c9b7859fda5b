// A double of Azure Key Vault: it speaks its REST protocol over TLS, the challenge for a token included, with keys of its
// own. It shows that requests, answers, retries and errors are understood; it says nothing about Azure itself.
import { randomBytes } from 'node:crypto'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { type Answer, type LoopbackServer, loopbackServer, type ReceivedRequest } from './loopback-server.js'
import { selfSignedCertificate } from './self-signed-certificate.js'
import { newSigningKey, type SigningKey } from './signing-key.js'

/** The double, and what is in it. */
export interface AzureKeyVaultDouble extends LoopbackServer {
  /** Keys by `name/version`. */
  readonly keys: Map<string, SigningKey>
  /** What its clients must trust. */
  readonly certificate: string
  /** Makes a key, or a new version of one. */
  addKey(algorithm: SignatureAlgorithm, name?: string): { readonly name: string; readonly version: string }
}

/** An error as a vault answers it. */
export const azureError = (status: number, code: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { error: { code, message: 'for reasons of its own' } },
})

/** Starts the double, for one token. */
export async function azureKeyVaultDouble({ token }: { readonly token: string }): Promise<AzureKeyVaultDouble> {
  const keys = new Map<string, SigningKey>()
  const certificate = selfSignedCertificate()
  let count = 0
  const addKey: AzureKeyVaultDouble['addKey'] = (algorithm, name = `key-${(count += 1)}`) => {
    const version = randomBytes(16).toString('hex')
    keys.set(`${name}/${version}`, newSigningKey(algorithm))
    return { name, version }
  }
  const challenge: Answer = {
    ...azureError(401, 'Unauthorized'),
    headers: {
      'www-authenticate':
        'Bearer authorization="https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000", resource="https://vault.azure.net"',
    },
  }
  const server = await loopbackServer((request) => answer(request, { keys, addKey, url: server.url }), {
    certificate,
    prelude: ({ headers }) => (headers.authorization === `Bearer ${token}` ? undefined : challenge),
  })
  return Object.assign(server, { keys, addKey, certificate: certificate.cert })
}

type Inside = Pick<AzureKeyVaultDouble, 'keys' | 'addKey' | 'url'>

function answer({ method, path, body }: ReceivedRequest, inside: Inside): Answer {
  const [, kind, name = '', version = '', verb] = new URL(path, 'https://double.example').pathname.split('/')
  const key = inside.keys.get(`${name}/${version}`)
  const input = body === '' ? {} : (JSON.parse(body) as Input)
  if (kind !== 'keys') return azureError(404, 'NotFound')
  if (method === 'POST' && version === 'create') return created(name, input, inside)
  if (key === undefined) return azureError(404, 'KeyNotFound')
  if (method === 'GET') return { status: 200, body: bundle(`${name}/${version}`, key, inside) }
  return verb === 'sign' ? signed(key, input, `${inside.url}/keys/${name}/${version}`) : azureError(405, 'NotAllowed')
}

interface Input {
  readonly kty?: string
  readonly crv?: string
  readonly alg?: string
  readonly value?: string
}

function created(name: string, { kty, crv }: Input, inside: Inside): Answer {
  const algorithm = kty === 'RSA' ? 'RS256' : crv === 'P-384' ? 'ES384' : 'ES256'
  const made = inside.addKey(algorithm, name)
  const path = `${made.name}/${made.version}`
  return { status: 200, body: bundle(path, inside.keys.get(path) as SigningKey, inside) }
}

function bundle(path: string, { publicKey, created }: SigningKey, { url }: Inside): object {
  const seconds = Math.floor(created.getTime() / 1000)
  return {
    key: { kid: `${url}/keys/${path}`, key_ops: ['sign', 'verify'], ...publicKey.export({ format: 'jwk' }) },
    attributes: { enabled: true, created: seconds, updated: seconds, recoveryLevel: 'Recoverable' },
  }
}

function signed(key: SigningKey, { alg, value = '' }: Input, kid: string): Answer {
  if (alg !== key.algorithm) return azureError(400, 'BadParameter')
  const signature = key.signDigest(Buffer.from(value, 'base64url'), 'compact')
  return { status: 200, body: { kid, value: Buffer.from(signature).toString('base64url') } }
}
