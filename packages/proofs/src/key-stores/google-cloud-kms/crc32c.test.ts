import { expect, it } from 'vitest'
import { crc32c } from './crc32c.js'

// RFC 3720 §B.4, and the check value of the catalogues.
it.each([
  ['32 bytes of zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['the bytes from 0 to 31', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['123456789', new TextEncoder().encode('123456789'), 0xe3069283],
  ['nothing', new Uint8Array(), 0],
])('the CRC-32C of %s is known', (_what, bytes, checksum) => {
  expect(crc32c(bytes)).toBe(checksum)
})
