// Base 58 with the alphabet of Bitcoin (Controlled Identifiers 1.0 §2.4, base-58-btc). A signature or key is turned from one base into the
// other several digits at a time: numbers are held in limbs, the least significant first, of three bytes on one side and
// of four digits on the other. One limb times the base of the other side stays below 2^48, so plain numbers are exact.

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const notDigit = 255
const digitOfCode = new Uint8Array(128).fill(notDigit)
for (let digit = 0; digit < alphabet.length; digit++) digitOfCode[alphabet.charCodeAt(digit)] = digit

const bytesPerLimb = 3
const bytesBase = 256 ** bytesPerLimb
const digitsPerLimb = 4
const digitsBase = 58 ** digitsPerLimb

/**
 * Returns the bytes of text in base 58, or `undefined` when a character is none of its digits. The time grows with the
 * square of the length, as in any change of base: bound the text first.
 */
export function decodeBase58(text: string): Uint8Array | undefined {
  const limbs: number[] = []
  const zeros = leadingZeros(text.length, (index) => text[index] === '1')
  // The first group is the short one: all others have four digits.
  let group = 0
  for (let index = zeros; index < text.length; index++) {
    const digit = digitOfCode[text.charCodeAt(index)] ?? notDigit
    if (digit === notDigit) return undefined
    group = group * 58 + digit
    if ((text.length - 1 - index) % digitsPerLimb !== 0) continue
    multiplyAndAdd(limbs, digitsBase, group, bytesBase)
    group = 0
  }
  return bytesFromLimbs(limbs, zeros)
}

/** Returns bytes in base 58; each zero byte in front becomes a `1`. */
export function encodeBase58(bytes: Uint8Array): string {
  const limbs: number[] = []
  const zeros = leadingZeros(bytes.length, (index) => bytes[index] === 0)
  let group = 0
  for (let index = zeros; index < bytes.length; index++) {
    group = group * 256 + (bytes[index] ?? 0)
    if ((bytes.length - 1 - index) % bytesPerLimb !== 0) continue
    multiplyAndAdd(limbs, bytesBase, group, digitsBase)
    group = 0
  }
  return '1'.repeat(zeros) + digitsFromLimbs(limbs)
}

/** Makes the number in `limbs`, whose limbs count up to `base`, `factor` times as large and adds a summand. */
function multiplyAndAdd(limbs: number[], factor: number, summand: number, base: number): void {
  let carry = summand
  for (let index = 0; index < limbs.length; index++) {
    const product = (limbs[index] ?? 0) * factor + carry
    carry = Math.floor(product / base)
    limbs[index] = product - carry * base
  }
  // What is left may need two limbs: three bytes can hold more than four digits.
  for (; carry > 0; carry = Math.floor(carry / base)) limbs.push(carry % base)
}

function bytesFromLimbs(limbs: readonly number[], zeros: number): Uint8Array {
  const bytes = new Uint8Array(zeros + limbs.length * bytesPerLimb)
  let end = bytes.length
  for (const limb of limbs) {
    bytes[--end] = limb
    bytes[--end] = limb >> 8
    bytes[--end] = limb >> 16
  }
  const spare = leadingZeros(bytes.length, (index) => bytes[index] === 0) - zeros
  return bytes.slice(spare)
}

function digitsFromLimbs(limbs: readonly number[]): string {
  let text = ''
  for (const limb of limbs) {
    let rest = limb
    let group = ''
    for (let digit = 0; digit < digitsPerLimb; digit++) {
      group = alphabet.charAt(rest % 58) + group
      rest = Math.floor(rest / 58)
    }
    text = group + text
  }
  return text.slice(leadingZeros(text.length, (index) => text[index] === '1'))
}

function leadingZeros(length: number, isZero: (index: number) => boolean): number {
  let zeros = 0
  while (zeros < length && isZero(zeros)) zeros++
  return zeros
}
