/** The polynomial of CRC-32C (RFC 3720 §12.1), reflected. */
const polynomial = 0x82f63b78

const table: Uint32Array = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
  return value
})

/** Returns the CRC-32C (Castagnoli) checksum of bytes, with which Google's services guard what they send and receive. */
export function crc32c(bytes: Uint8Array): number {
  let checksum = 0xffffffff
  for (const byte of bytes) checksum = (table[(checksum ^ byte) & 0xff] ?? 0) ^ (checksum >>> 8)
  return (checksum ^ 0xffffffff) >>> 0
}
