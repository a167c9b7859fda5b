import { parseUrl } from '@testamur/documents/json'
import { ProofsError } from '../../errors.js'
import {
  faultOfStatus,
  KeyServiceFault,
  malformedAnswer,
  membersOf,
  networkFault,
  retryAfterMs,
} from '../key-service/fault.js'
import type { Fault } from '../key-service/interface.js'

/** How a Vault or OpenBao server is reached. */
export interface VaultConnection {
  /** Its https address: `https://vault.registrar.example:8200`. */
  readonly address: string
  /** The token, or a function that returns it, asked for each request: tokens expire. */
  readonly token: string | (() => string | Promise<string>)
  /** Namespace, of servers that have them. */
  readonly namespace?: string | undefined
  /** Where the transit engine is mounted. Default `transit`. */
  readonly mount?: string | undefined
  /** Sends the token over plain http too; for tests on one machine. Default false. */
  readonly allowHttp?: boolean | undefined
  /** Replaces the global `fetch`: for a private certificate authority, or a proxy. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** Sends a request to the transit engine and returns the `data` of the answer. A body makes it a POST. */
export type VaultClient = (
  path: string,
  request: { readonly body?: object | undefined; readonly signal: AbortSignal },
) => Promise<Readonly<Record<string, unknown>>>

/** An answer of transit has some hundred bytes; a key with a thousand versions, a few hundred thousand. */
const maxAnswerBytes = 4 * 1024 * 1024

/**
 * Returns what sends requests.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function vaultClient(connection: VaultConnection): VaultClient {
  const { mount = 'transit', namespace } = connection
  const base = baseUrl(connection)
  if (!/^[\w-]+(\/[\w-]+)*$/.test(mount)) throw invalid('mount', 'Give the path without slashes around it')
  if (namespace !== undefined && !/^[\x21-\x7e]+$/.test(namespace)) {
    throw invalid(
      'namespace',
      'Give its path in ASCII and without blanks, for instance registrar/records, or leave it out',
    )
  }
  return async (path, { body, signal }) => {
    const { token } = connection
    const headers = requestHeaders({ token: typeof token === 'string' ? token : await token(), namespace })
    const response = await (connection.fetch ?? globalThis.fetch)(`${base}/v1/${mount}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal,
      // A redirect would take the token somewhere else.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch((error: unknown) => {
      throw new KeyServiceFault(networkFault(error) ?? unreachable)
    })
    const answer = await readAnswer(response)
    if (response.ok) return membersOf(membersOf(answer)['data'])
    throw new KeyServiceFault(faultOf(response, answer))
  }
}

/** Says what an error means that is no fault already; only the caller's own `token` function throws such. */
export const vaultFaultOf = (): Fault => ({
  code: 'ERR_KEY_SERVICE_DENIED',
  detail: 'was not asked: there was no token',
  advice: 'See why the `token` function fails',
})

const unreachable: Fault = { code: 'ERR_KEY_SERVICE_UNAVAILABLE', detail: 'could not be reached', isTransient: true }

function baseUrl({ address, allowHttp = false }: VaultConnection): string {
  const url = parseUrl(address)
  const isAllowed = url?.protocol === 'https:' || (allowHttp && url?.protocol === 'http:')
  if (!isAllowed || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw invalid('address', 'Give an https URL without credentials, for instance https://vault.registrar.example:8200')
  }
  return url.href.replace(/\/+$/, '')
}

function requestHeaders({
  token,
  namespace,
}: {
  token: string
  namespace: string | undefined
}): Record<string, string> {
  // What is no header value would be quoted in the error of `fetch`.
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new KeyServiceFault({
      code: 'ERR_KEY_SERVICE_DENIED',
      detail: 'was not asked: the token is empty, or has characters that no token has',
      advice: 'See where `token` comes from; often a line break is left at its end',
    })
  }
  return {
    'content-type': 'application/json',
    'x-vault-request': 'true',
    'x-vault-token': token,
    ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
  }
}

/** The JSON of an answer; undefined when it has no body. */
async function readAnswer(response: Response): Promise<unknown> {
  const bytes = await readBody(response).catch((error: unknown) => {
    throw error instanceof KeyServiceFault ? error : new KeyServiceFault(networkFault(error) ?? unreachable)
  })
  if (bytes.size === 0) return undefined
  try {
    return JSON.parse(await bytes.text())
  } catch {
    // What a proxy says in HTML counts by its status.
    if (!response.ok) return undefined
    throw new KeyServiceFault(malformedAnswer('JSON'))
  }
}

async function readBody(response: Response): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.length
    if (length > maxAnswerBytes) {
      reader?.cancel().catch(() => {})
      throw new KeyServiceFault(malformedAnswer(`an end within ${maxAnswerBytes} bytes`))
    }
    chunks.push(next.value)
  }
  return new Blob(chunks)
}

function faultOf({ status, headers }: Response, answer: unknown): Fault {
  const { errors } = membersOf(answer)
  const isSaid = (text: string): boolean => Array.isArray(errors) && errors.some((one) => String(one).includes(text))
  const fault = faultOfStatus(status)
  // Transit answers 400 for some of what others say with 404, and 412 for a replica that is behind.
  if (status === 400 && isSaid('signing key not found')) return { ...fault, code: 'ERR_KEY_NOT_FOUND' }
  if (status === 412) return { ...fault, code: 'ERR_KEY_SERVICE_UNAVAILABLE', isTransient: true }
  if (status === 503 && isSaid('sealed')) return { ...fault, detail: `${fault.detail}: it is sealed` }
  if (status < 400) return { ...fault, advice: 'Give the address of the active node itself, or of a load balancer' }
  const after = retryAfterMs(headers.get('retry-after'))
  return after === undefined ? fault : { ...fault, retryAfterMs: after }
}

function invalid(option: string, advice: string): ProofsError {
  return new ProofsError('ERR_INVALID_OPTION', `The ${option} of Vault is not one that can be used`, { advice })
}
