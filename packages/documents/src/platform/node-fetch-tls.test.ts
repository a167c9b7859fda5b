import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFetch } from './node-fetch.js'

const { certificate, privateKey } = selfSigned('uni.example')
const server = createServer({ cert: certificate, key: privateKey }, (_request, response) => response.end('secure'))
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('nodeFetch over TLS', () => {
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }]

  it('does not talk to a server whose certificate nobody trusts', async () => {
    const fetch = nodeFetch({ lookup, allowPrivateNetworks: true })
    await expect(fetch(`https://uni.example:${port}/`)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  it('talks over a connection of the caller, who trusts the certificate for its name alone', async () => {
    const fetch = nodeFetch({
      lookup,
      allowPrivateNetworks: true,
      connect: ({ addresses: [first], hostname, port }) =>
        connect({ host: first?.address, port, servername: hostname, ca: certificate }),
    })
    expect(await (await fetch(`https://uni.example:${port}/`)).text()).toBe('secure')
    await expect(fetch(`https://other.example:${port}/`)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
  })
})

/** A certificate for a name, signed with the key that is in it (RFC 5280 §4.1, RFC 8410). */
function selfSigned(name: string): { certificate: string; privateKey: string } {
  const keys = generateKeyPairSync('ed25519')
  const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
    const content = Buffer.concat(parts)
    const { length } = content
    return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255]), content])
  }
  const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts)
  const oid = (...bytes: number[]): Buffer => der(0x06, Uint8Array.from(bytes))
  const algorithm = sequence(oid(0x2b, 101, 112))
  const commonName = sequence(der(0x31, sequence(oid(0x55, 4, 3), der(0x0c, Buffer.from(name)))))
  const validity = sequence(der(0x18, Buffer.from('20000101000000Z')), der(0x18, Buffer.from('99991231235959Z')))
  const alternativeName = sequence(oid(0x55, 29, 17), der(0x04, sequence(der(0x82, Buffer.from(name)))))
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
    certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
