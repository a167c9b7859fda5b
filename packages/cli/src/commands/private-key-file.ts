import { createPrivateKey } from 'node:crypto'
import { type JsonObject, parseJson, TestamurError } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { keyPairFromJwk, type PrivateJwk, privateJwkFrom } from '@testamur/proofs/keys'
import { CliError } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { displayName, readBytes } from '../files/index.js'
import type { Io } from '../io/index.js'
import { askPassphrase } from './key-store.js'

/** Environment variable that holds the passphrase of a PEM file. */
const passphraseVariable = 'TESTAMUR_IMPORT_PASSPHRASE'

/**
 * Returns the private key in a file. No message says anything of what is in it.
 *
 * @throws {CliError} what reading throws, `ERR_INVALID_KEY`, `ERR_PASSPHRASE_MISSING`, `ERR_WRONG_PASSPHRASE`
 */
export async function readPrivateKey(file: string, io: Io): Promise<PrivateJwk> {
  const bytes = await readBytes(file, io)
  const text = new TextDecoder().decode(bytes)
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1]
  const jwk = label === undefined ? await keyInJson(bytes) : await keyInPem(text, label, file, io)
  try {
    if (jwk !== undefined && (await keyPairFromJwk(jwk))) return jwk
  } catch (error) {
    if (!TestamurError.isInstance(error) || error.code !== 'ERR_INVALID_KEY') throw error
  }
  throw new CliError('ERR_INVALID_KEY', whyNone(label), {
    file: displayName(file),
    advice: label === openSshLabel ? forOpenSsh : forOthers,
    exitCode: exitCodes.document,
  })
}

const openSshLabel = 'OPENSSH PRIVATE KEY'
const forOthers =
  'Give a private key of Ed25519, P-256, P-384 or RSA (2048 to 8192 bits), as PEM, JWK or secretKeyMultibase'
const forOpenSsh =
  'Turn a copy of it into PEM with "ssh-keygen -p -m PKCS8 -f COPY"; where ssh-keygen leaves an Ed25519 key as it is, make a new key'

function whyNone(label: string | undefined): string {
  if (label === openSshLabel) return "it is in OpenSSH's own format"
  if (label === undefined) return 'it is no private key that can sign'
  if (label.includes('PUBLIC')) return 'it is a public key; the private one is needed'
  return label.includes('CERTIFICATE')
    ? 'it is a certificate; its private key is needed'
    : 'it is no private key that can sign'
}

/** The key in a JSON object; undefined when there is none, or no JSON. */
async function keyInJson(bytes: Uint8Array): Promise<PrivateJwk | undefined> {
  const parsed = parseJson(bytes)
  if (!parsed.ok || !isObject(parsed.value)) return undefined
  const { secretKeyMultibase } = parsed.value as JsonObject
  if (typeof secretKeyMultibase !== 'string') return parsed.value as unknown as PrivateJwk
  return privateJwkFrom(secretKeyMultibase).catch(() => undefined)
}

/** The key in a PEM text, as Node reads it; undefined when there is none. What OpenSSL says of it is not passed on. */
async function keyInPem(text: string, label: string, file: string, io: Io): Promise<PrivateJwk | undefined> {
  // RFC 7468 §11, and the header of the older forms (RFC 1421 §4.6.1.1).
  const isEncrypted = label.startsWith('ENCRYPTED') || /^Proc-Type: 4,ENCRYPTED/m.test(text)
  const name = displayName(file)
  const passphrase = isEncrypted
    ? await askPassphrase(io, {
        question: `Passphrase of ${name}: `,
        variable: passphraseVariable,
        of: `The key in ${name}`,
      })
    : undefined
  try {
    return createPrivateKey({ key: text, format: 'pem', ...(passphrase && { passphrase }) }).export({
      format: 'jwk',
    }) as unknown as PrivateJwk
  } catch {
    if (!isEncrypted) return undefined
    throw new CliError('ERR_WRONG_PASSPHRASE', 'the passphrase does not open the key, or the file is damaged', {
      file: name,
      advice: 'Check the passphrase of the file, which is not that of the key store',
    })
  }
}
