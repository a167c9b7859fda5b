import { generateKeyPairSync, sign } from 'node:crypto'

/** Returns a certificate for 127.0.0.1, signed with the key that is in it (RFC 5280 §4.1, RFC 8410), and that key. */
export function selfSignedCertificate(): { readonly cert: string; readonly key: string } {
  const keys = generateKeyPairSync('ed25519')
  const algorithm = sequence(oid(0x2b, 101, 112))
  const commonName = sequence(der(0x31, sequence(oid(0x55, 4, 3), der(0x0c, Buffer.from('double')))))
  const validity = sequence(der(0x18, Buffer.from('20000101000000Z')), der(0x18, Buffer.from('99991231235959Z')))
  const alternativeName = sequence(oid(0x55, 29, 17), der(0x04, sequence(der(0x87, Uint8Array.of(127, 0, 0, 1)))))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Uint8Array.of(2))),
    der(0x02, Uint8Array.of(1)),
    algorithm,
    commonName,
    validity,
    commonName,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeName)),
  )
  const signature = der(0x03, Uint8Array.of(0), sign(null, toBeSigned, keys.privateKey))
  const base64 = sequence(toBeSigned, algorithm, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255]), content])
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts)
const oid = (...bytes: number[]): Buffer => der(0x06, Uint8Array.from(bytes))
