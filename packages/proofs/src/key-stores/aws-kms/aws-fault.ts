import { faultOfStatus, membersOf, networkFault, retryAfterMs, unknownFault } from '../key-service/fault.js'
import type { Fault } from '../key-service/interface.js'

/** Errors by name: API reference of KMS, "Errors" of Sign, GetPublicKey, DescribeKey and CreateKey, and "Common Errors". */
const named: Readonly<Record<Exclude<Fault['code'], 'ERR_KEY_SERVICE_RESPONSE'>, readonly string[]>> = {
  ERR_KEY_SERVICE_UNAVAILABLE: [
    'ThrottlingException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'LimitExceededException',
    'KMSInternalException',
    'DependencyTimeoutException',
    'KeyUnavailableException',
    'ServiceUnavailable',
    'InternalFailure',
  ],
  ERR_KEY_SERVICE_DENIED: [
    'AccessDeniedException',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'IncompleteSignature',
    'MissingAuthenticationToken',
    'InvalidClientTokenId',
    'ExpiredTokenException',
    'OptInRequired',
    'CredentialsProviderError',
    'DisabledException',
    'KMSInvalidStateException',
    'InvalidKeyUsageException',
    'ValidationException',
  ],
  ERR_KEY_NOT_FOUND: ['NotFoundException'],
}

/**
 * Says what an error of the SDK means. Only names in the table above are repeated: what the service says freely could be
 * anything.
 */
export function awsFaultOf(error: unknown): Fault {
  const { name, $metadata, $response } = membersOf(error)
  const fault = faultOfName(name) ?? networkFault(error) ?? faultOfMetadata($metadata)
  const after = retryAfterMs(membersOf(membersOf($response)['headers'])['retry-after'])
  return after === undefined ? fault : { ...fault, retryAfterMs: after }
}

function faultOfName(name: unknown): Fault | undefined {
  for (const [code, names] of Object.entries(named) as [keyof typeof named, readonly string[]][]) {
    const found = names.find((known) => known === name)
    const isTransient = code === 'ERR_KEY_SERVICE_UNAVAILABLE'
    if (found !== undefined) return { code, detail: `answered with ${found}`, isTransient }
  }
  return undefined
}

/** An answer of 200 that cannot be read has a status too. */
function faultOfMetadata(metadata: unknown): Fault {
  const { httpStatusCode: status } = membersOf(metadata)
  return typeof status === 'number' && status >= 400 ? faultOfStatus(status) : unknownFault
}
