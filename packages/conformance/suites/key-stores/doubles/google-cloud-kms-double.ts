// A double of Google Cloud KMS: a gRPC server with the messages of the client library's own protocol files, and keys of its
// own. It shows that requests, answers, retries and errors are understood; it says nothing about Google itself.
import { protos } from '@google-cloud/kms'
import { Metadata, Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { newSigningKey, type SigningKey } from './signing-key.js'

const { v1 } = protos.google.cloud.kms
const algorithms: Readonly<Record<SignatureAlgorithm, AlgorithmName>> = {
  EdDSA: 'EC_SIGN_ED25519',
  ES256: 'EC_SIGN_P256_SHA256',
  ES384: 'EC_SIGN_P384_SHA384',
  RS256: 'RSA_SIGN_PKCS1_3072_SHA256',
}
type AlgorithmName = keyof typeof v1.CryptoKeyVersion.CryptoKeyVersionAlgorithm

/** What the double does instead of answering as the service does. */
export type GoogleMishap =
  | { readonly code: status; readonly details?: string }
  | 'silence'
  | 'garbage'
  | ((answer: object) => object)

/** The double, and what is in it. */
export interface GoogleCloudKmsDouble {
  readonly port: number
  /** Names of the methods that were called, and the metadata of each. */
  readonly requests: { readonly method: string; readonly metadata: Metadata }[]
  readonly mishaps: GoogleMishap[]
  always: GoogleMishap | undefined
  /** Keys by the resource name of their version. */
  readonly keys: Map<string, SigningKey>
  /** Makes a key and returns the resource name of its first version. */
  addKey(algorithm: SignatureAlgorithm): string
  /** How often a new version says that it is still being made. */
  pending: number
  close(): void
}

/** The key ring in which everything is. */
export const keyRing = 'projects/registrar/locations/us-east1/keyRings/testamur'

interface MessageType {
  decode(bytes: Uint8Array): object
  fromObject(value: Record<string, unknown>): object
  encode(message: object): { finish(): Uint8Array }
}

/** Starts the double. */
export async function googleCloudKmsDouble(): Promise<GoogleCloudKmsDouble> {
  const keys = new Map<string, SigningKey>()
  let count = 0
  const server = new Server()
  const double: Omit<GoogleCloudKmsDouble, 'port'> & { port: number } = {
    port: 0,
    requests: [],
    mishaps: [],
    always: undefined,
    keys,
    pending: 0,
    addKey(algorithm) {
      const name = `${keyRing}/cryptoKeys/key-${(count += 1)}/cryptoKeyVersions/1`
      keys.set(name, newSigningKey(algorithm))
      return name
    },
    close: () => server.forceShutdown(),
  }
  const methods = methodsOf(double)
  for (const [method, { request, response, serve }] of Object.entries(methods)) {
    const path = `/google.cloud.kms.v1.KeyManagementService/${method}`
    const definition = {
      path,
      requestStream: false,
      responseStream: false,
      requestDeserialize: (bytes: Buffer) => request.decode(bytes),
      requestSerialize: (value: object) => Buffer.from(request.encode(value).finish()),
      // Garbage is no message: field 1 claims more bytes than there are.
      responseSerialize: (value: object) =>
        'garbage' in value
          ? Buffer.from([0x0a, 0xff])
          : Buffer.from(response.encode(response.fromObject(value as never)).finish()),
      responseDeserialize: (bytes: Buffer) => response.decode(bytes),
    }
    server.addService(
      { [method]: definition },
      {
        [method]: (call: ServerUnaryCall<Request, object>, callback: sendUnaryData<object>) => {
          double.requests.push({ method, metadata: call.metadata })
          behave(() => serve(call.request), callback, double.mishaps.shift() ?? double.always)
        },
      },
    )
  }
  double.port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    )
  })
  return double
}

/** The fields of all requests. */
interface Request {
  readonly name: string
  readonly parent: string
  readonly cryptoKeyId: string
  readonly cryptoKey: { readonly versionTemplate: { readonly algorithm: number } }
  readonly data: Uint8Array
  readonly dataCrc32c: { readonly value: unknown } | null
  readonly digest: { readonly sha256?: Uint8Array; readonly sha384?: Uint8Array } | null
  readonly digestCrc32c: { readonly value: unknown } | null
}

/** A status instead of an answer. */
class Refusal extends Error {
  readonly code: status
  constructor(code: status) {
    super('for reasons of its own')
    this.code = code
  }
}

function behave(serve: () => object, callback: sendUnaryData<object>, mishap: GoogleMishap | undefined): void {
  if (mishap === 'silence') return
  try {
    if (mishap === 'garbage') callback(null, { garbage: true })
    else if (typeof mishap === 'function') callback(null, mishap(serve()))
    else if (mishap !== undefined) callback({ details: 'for reasons of its own', ...mishap, metadata: new Metadata() })
    else callback(null, serve())
  } catch (error) {
    callback({ code: error instanceof Refusal ? error.code : status.INTERNAL, details: String(error) })
  }
}

interface Method {
  readonly request: MessageType
  readonly response: MessageType
  readonly serve: (request: Request) => object
}

function methodsOf(double: GoogleCloudKmsDouble): Record<string, Method> {
  const { keys } = double
  const find = (name: string): SigningKey => {
    const key = keys.get(name)
    if (key === undefined) throw new Refusal(status.NOT_FOUND)
    return key
  }
  const version = (name: string): object => ({
    name,
    state: double.pending-- > 0 ? 'PENDING_GENERATION' : 'ENABLED',
    createTime: { seconds: Math.floor(find(name).created.getTime() / 1000), nanos: 0 },
  })
  const types = v1 as unknown as Record<string, MessageType>
  const method = (request: string, response: string, serve: Method['serve']): Method => ({
    request: types[request] as MessageType,
    response: types[response] as MessageType,
    serve,
  })
  return {
    GetPublicKey: method('GetPublicKeyRequest', 'PublicKey', ({ name }) => {
      const { algorithm, publicKey } = find(name)
      const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
      return { name, pem, algorithm: algorithms[algorithm], pemCrc32c: { value: checksum(Buffer.from(pem)) } }
    }),
    AsymmetricSign: method('AsymmetricSignRequest', 'AsymmetricSignResponse', (request) =>
      signed(find(request.name), request),
    ),
    GetCryptoKeyVersion: method('GetCryptoKeyVersionRequest', 'CryptoKeyVersion', ({ name }) => version(name)),
    CreateCryptoKey: method('CreateCryptoKeyRequest', 'CryptoKey', ({ parent, cryptoKeyId, cryptoKey }) => {
      const wanted = v1.CryptoKeyVersion.CryptoKeyVersionAlgorithm[cryptoKey.versionTemplate.algorithm]
      const algorithm = (Object.keys(algorithms) as SignatureAlgorithm[]).find((one) => algorithms[one] === wanted)
      if (algorithm === undefined || parent !== keyRing) throw new Refusal(status.INVALID_ARGUMENT)
      const name = `${parent}/cryptoKeys/${cryptoKeyId}`
      keys.set(`${name}/cryptoKeyVersions/1`, newSigningKey(algorithm))
      return { name }
    }),
    CreateCryptoKeyVersion: method('CreateCryptoKeyVersionRequest', 'CryptoKeyVersion', ({ parent }) => {
      const versions = [...keys.keys()].filter((name) => name.startsWith(`${parent}/`))
      const name = `${parent}/cryptoKeyVersions/${versions.length + 1}`
      keys.set(name, newSigningKey(find(versions[0] ?? '').algorithm))
      return { name, state: 'PENDING_GENERATION' }
    }),
  }
}

function signed(key: SigningKey, { name, data, dataCrc32c, digest, digestCrc32c }: Request): object {
  const isRaw = key.algorithm === 'EdDSA'
  const input = isRaw ? data : key.algorithm === 'ES384' ? digest?.sha384 : digest?.sha256
  if (input === undefined || input.length === 0 || data.length > 65_536) throw new Refusal(status.INVALID_ARGUMENT)
  if (String((isRaw ? dataCrc32c : digestCrc32c)?.value) !== checksum(input)) throw new Refusal(status.INVALID_ARGUMENT)
  const signature = isRaw ? key.signMessage(input) : key.signDigest(input, 'der')
  return {
    name,
    signature,
    signatureCrc32c: { value: checksum(signature) },
    verifiedDataCrc32c: isRaw,
    verifiedDigestCrc32c: !isRaw,
  }
}

/** CRC-32C, bit by bit, as RFC 3720 §12.1 describes it; in decimal, as the messages have it. */
export function checksum(bytes: Uint8Array): string {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1
  }
  return String((value ^ 0xffffffff) >>> 0)
}
