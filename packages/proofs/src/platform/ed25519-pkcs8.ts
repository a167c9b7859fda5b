/** Bytes in front of the seed in the PKCS#8 form of an Ed25519 private key (RFC 8410 §7). */
const prefix = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]

/** Returns the PKCS#8 form (DER) of the private key that a 32-byte seed stands for. */
export function ed25519Pkcs8(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...prefix, ...seed])
}
