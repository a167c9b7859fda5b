import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JsonObject } from '@testamur/documents'

/** An issuer with an https id, and the key set that its site shows. */
export interface TokenIssuer {
  readonly id: string
  readonly kid: string
  readonly privateKey: KeyObject
  readonly jwk: JsonObject
  /** What its site shows. */
  readonly documents: Readonly<Record<string, object>>
}

/** Makes an issuer that signs tokens with ES256. */
export function tokenIssuer(host = 'uni.example'): TokenIssuer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' }) as JsonObject
  const kid = `https://${host}/keys/1`
  const documents = { [`https://${host}/.well-known/jwks.json`]: { keys: [{ ...jwk, kid }] } }
  return { id: `https://${host}/issuers/1`, kid, privateKey, jwk, documents }
}

/** Signs a payload, whatever it and the header say. */
export function token(payload: JsonObject, { kid, privateKey }: TokenIssuer, header: JsonObject = {}): string {
  return compact({ alg: 'ES256', typ: 'vc+jwt', kid, ...header }, payload, (input) =>
    sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  )
}

/** Seals a payload with a shared secret. */
export function sealed(payload: JsonObject, secret: string | Buffer, header: JsonObject = {}): string {
  return compact({ alg: 'HS256', typ: 'vc+jwt', ...header }, payload, (input) =>
    createHmac('sha256', secret).update(input).digest(),
  )
}

/** Puts the three parts of a token together. */
export function compact(
  header: JsonObject,
  payload: JsonObject | string,
  signature: (signingInput: string) => Uint8Array,
): string {
  const signingInput = `${part(header)}.${part(payload)}`
  return `${signingInput}.${Buffer.from(signature(signingInput)).toString('base64url')}`
}

const part = (value: JsonObject | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** The payload of a token for a credential of VCDM 2.0, with the claims that repeat it. */
export function payloadOf(credential: JsonObject, claims: JsonObject = {}): JsonObject {
  const { id, issuer, validFrom, validUntil, credentialSubject } = credential
  return {
    ...credential,
    iss: (issuer as JsonObject)['id'],
    jti: id,
    sub: (credentialSubject as JsonObject)['id'],
    nbf: secondsOf(validFrom),
    ...(validUntil === undefined ? {} : { exp: secondsOf(validUntil) }),
    ...claims,
  }
}

const secondsOf = (date: unknown): number => Date.parse(String(date)) / 1000
