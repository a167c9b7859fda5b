// A double of AWS KMS: it speaks the wire protocol (AWS JSON 1.1 over HTTP) as the API reference has it, with keys of its
// own. It shows that requests, answers, retries and errors are understood; it says nothing about AWS itself.
import { randomUUID } from 'node:crypto'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { type Answer, type LoopbackServer, loopbackServer, type ReceivedRequest } from './loopback-server.js'
import { newSigningKey, type SigningKey } from './signing-key.js'

const specs: Readonly<Record<SignatureAlgorithm, { spec: string; signing: string }>> = {
  EdDSA: { spec: 'ECC_NIST_EDWARDS25519', signing: 'ED25519_SHA_512' },
  ES256: { spec: 'ECC_NIST_P256', signing: 'ECDSA_SHA_256' },
  ES384: { spec: 'ECC_NIST_P384', signing: 'ECDSA_SHA_384' },
  RS256: { spec: 'RSA_3072', signing: 'RSASSA_PKCS1_V1_5_SHA_256' },
}

/** The double, and what is in it. */
export interface AwsKmsDouble extends LoopbackServer {
  /** Keys by ARN; aliases may be added. */
  readonly keys: Map<string, SigningKey>
  /** Makes a key and returns its ARN. */
  addKey(algorithm: SignatureAlgorithm): string
}

/** An error as KMS answers it. */
export const awsError = (type: string, status = 400, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  body: { __type: type, message: 'for reasons of its own' },
})

/** Starts the double. */
export async function awsKmsDouble(): Promise<AwsKmsDouble> {
  const keys = new Map<string, SigningKey>()
  const addKey = (algorithm: SignatureAlgorithm): string => {
    const arn = `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`
    keys.set(arn, newSigningKey(algorithm))
    return arn
  }
  const operations: Readonly<Record<string, (input: Input) => object | Answer>> = {
    GetPublicKey: ({ KeyId = '' }) =>
      withKey(keys, KeyId, (key) => ({
        KeyId,
        KeySpec: specs[key.algorithm].spec,
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: [specs[key.algorithm].signing],
        PublicKey: key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      })),
    Sign: (input) => withKey(keys, input.KeyId ?? '', (key) => signed(key, input)),
    DescribeKey: ({ KeyId = '' }) => withKey(keys, KeyId, (key) => ({ KeyMetadata: metadata(KeyId, key) })),
    CreateKey({ KeySpec, KeyUsage }) {
      const algorithm = (Object.keys(specs) as SignatureAlgorithm[]).find((one) => specs[one].spec === KeySpec)
      if (algorithm === undefined || KeyUsage !== 'SIGN_VERIFY') return awsError('ValidationException')
      const arn = addKey(algorithm)
      return { KeyMetadata: metadata(arn, keys.get(arn) as SigningKey) }
    },
  }
  const server = await loopbackServer((request) => {
    const target = String(request.headers['x-amz-target'])
    const operation = operations[target.replace('TrentService.', '')]
    if (!isSigned(request)) return awsError('MissingAuthenticationToken', 403)
    const answer = operation?.(JSON.parse(request.body) as Input) ?? awsError('UnknownOperationException', 404)
    return 'status' in answer
      ? (answer as Answer)
      : { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: answer }
  })
  return Object.assign(server, { keys, addKey })
}

interface Input {
  readonly KeyId?: string
  readonly KeySpec?: string
  readonly KeyUsage?: string
  readonly Message?: string
  readonly MessageType?: string
  readonly SigningAlgorithm?: string
}

const metadata = (arn: string, { algorithm, created }: SigningKey): object => ({
  KeyId: arn.split('/').pop(),
  Arn: arn,
  KeySpec: specs[algorithm].spec,
  CreationDate: created.getTime() / 1000,
})

const isSigned = ({ headers }: ReceivedRequest): boolean =>
  /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/kms\/aws4_request, /.test(String(headers.authorization))

function withKey(keys: Map<string, SigningKey>, id: string, use: (key: SigningKey) => object): object {
  const key = keys.get(id)
  return key === undefined ? awsError('NotFoundException') : use(key)
}

/** Refuses what KMS refuses: other algorithms, raw messages of more than 4,096 bytes, digests of another length. */
function signed(key: SigningKey, { KeyId, Message = '', MessageType, SigningAlgorithm }: Input): object {
  const message = Buffer.from(Message, 'base64')
  if (SigningAlgorithm !== specs[key.algorithm].signing) return awsError('InvalidKeyUsageException')
  if (message.length === 0 || message.length > 4096) return awsError('ValidationException')
  const isRaw = MessageType === 'RAW'
  if (isRaw !== (key.algorithm === 'EdDSA')) return awsError('ValidationException')
  const signature = isRaw ? key.signMessage(message) : key.signDigest(message, 'der')
  return { KeyId, Signature: Buffer.from(signature).toString('base64'), SigningAlgorithm }
}
