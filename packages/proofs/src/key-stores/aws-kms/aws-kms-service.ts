import { ProofsError } from '../../errors.js'
import { rawSignatureFromDer } from '../../keys/der-signature.js'
import type { SignatureAlgorithm } from '../../keys/interface.js'
import { publicKeyFromSpki } from '../../keys/spki.js'
import { digestFor } from '../key-service/digest.js'
import { KeyServiceFault, malformedAnswer, membersOf } from '../key-service/fault.js'
import type { KeyService, KeyServiceKey } from '../key-service/interface.js'
import { awsFaultOf } from './aws-fault.js'
import type { AwsKeySpec, AwsKmsClient, AwsKmsCommands, AwsSigningAlgorithm } from './client.js'

/** A key of AWS KMS. */
export interface AwsKmsKey extends KeyServiceKey {
  /**
   * Key id or ARN. An alias works as well, but can be pointed at another key, whose signatures are then refused when the
   * entry has `publicKeyMultibase`, and otherwise until the store is made anew.
   */
  readonly keyId: string
}

const algorithmOfSpec: ReadonlyMap<unknown, SignatureAlgorithm> = new Map([
  ['ECC_NIST_EDWARDS25519', 'EdDSA'],
  ['ECC_NIST_P256', 'ES256'],
  ['ECC_NIST_P384', 'ES384'],
  ['RSA_2048', 'RS256'],
  ['RSA_3072', 'RS256'],
  ['RSA_4096', 'RS256'],
])

const specOfNewKey: Readonly<Record<SignatureAlgorithm, AwsKeySpec>> = {
  EdDSA: 'ECC_NIST_EDWARDS25519',
  ES256: 'ECC_NIST_P256',
  ES384: 'ECC_NIST_P384',
  RS256: 'RSA_3072',
}

const signingAlgorithms: Readonly<Record<SignatureAlgorithm, AwsSigningAlgorithm>> = {
  EdDSA: 'ED25519_SHA_512',
  ES256: 'ECDSA_SHA_256',
  ES384: 'ECDSA_SHA_384',
  RS256: 'RSASSA_PKCS1_V1_5_SHA_256',
}

/** API reference of Sign: a message, as opposed to a digest, has at most this many bytes. */
const maxRawMessageBytes = 4096

/** Returns AWS KMS as a key service. */
export function awsKmsService(client: AwsKmsClient, commands: AwsKmsCommands): KeyService<AwsKmsKey> {
  const send = async (command: unknown, abortSignal: AbortSignal): Promise<Readonly<Record<string, unknown>>> =>
    membersOf(await client.send(command as never, { abortSignal }))
  return {
    name: 'AWS KMS',
    locatorMembers: ['keyId'],
    faultOf: awsFaultOf,
    async publicKey({ keyId }, signal) {
      const { KeySpec, PublicKey } = await send(new commands.GetPublicKeyCommand({ KeyId: keyId }), signal)
      const publicKey = PublicKey instanceof Uint8Array ? publicKeyFromSpki(PublicKey) : undefined
      if (typeof KeySpec !== 'string') throw new KeyServiceFault(malformedAnswer('a key spec'))
      return { algorithm: algorithmOfSpec.get(KeySpec), publicKey }
    },
    async created({ keyId }, signal) {
      const Command = commands.DescribeKeyCommand ?? missing('DescribeKeyCommand', 'or say `created` for each key')
      const { KeyMetadata } = await send(new Command({ KeyId: keyId }), signal)
      const { CreationDate } = membersOf(KeyMetadata)
      return CreationDate instanceof Date ? CreationDate.toISOString() : undefined
    },
    async sign(data, { key, algorithm, signal }) {
      const command = new commands.SignCommand({
        KeyId: key.keyId,
        SigningAlgorithm: signingAlgorithms[algorithm],
        ...(algorithm === 'EdDSA'
          ? { Message: data, MessageType: 'RAW' }
          : { Message: digestFor(algorithm, data), MessageType: 'DIGEST' }),
      })
      const { Signature } = await send(command, signal)
      if (!(Signature instanceof Uint8Array)) return undefined
      return algorithm === 'ES256' || algorithm === 'ES384' ? rawSignatureFromDer(Signature, algorithm) : Signature
    },
    maxMessageBytes: (algorithm) => (algorithm === 'EdDSA' ? maxRawMessageBytes : undefined),
    async generate({ algorithm, name, signal }) {
      const Command = commands.CreateKeyCommand ?? missing('CreateKeyCommand', 'or make the key with the tools of AWS')
      const input = {
        KeySpec: specOfNewKey[algorithm],
        KeyUsage: 'SIGN_VERIFY',
        Description: name,
      } as const
      const { KeyMetadata } = await send(new Command(input), signal)
      const { Arn } = membersOf(KeyMetadata)
      if (typeof Arn !== 'string') throw new KeyServiceFault(malformedAnswer('the name of the key'))
      return { keyId: Arn }
    },
  }
}

function missing(command: string, otherwise: string): never {
  throw new ProofsError('ERR_INVALID_OPTION', `The commands for AWS KMS have no ${command}`, {
    advice: `Give it in \`commands\`, ${otherwise}`,
  })
}
