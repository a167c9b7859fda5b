// A VC-JWT by jose: the same credential in a compact JWS, which needs no linked data and no canonical form.
import { CompactSign, compactVerify } from 'jose'
import { assertCurrent } from './assert-current.mjs'

export function jose({ privateKey, publicKey, verificationMethod, now }) {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const header = { alg: 'EdDSA', typ: 'vc+jwt', kid: verificationMethod }
  return {
    issue: (credential) =>
      new CompactSign(encoder.encode(JSON.stringify(credential))).setProtectedHeader(header).sign(privateKey),
    async verify(token) {
      const { payload, protectedHeader } = await compactVerify(token, publicKey, { algorithms: ['EdDSA'] })
      const credential = JSON.parse(decoder.decode(payload))
      if (!protectedHeader.kid.startsWith(`${credential.issuer.id}#`)) throw new Error('the key is not the issuer’s')
      assertCurrent(credential, now)
    },
  }
}
