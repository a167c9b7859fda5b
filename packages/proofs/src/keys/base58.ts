// Base 58 with the alphabet of Bitcoin (Controlled Identifiers 1.0 §2.4, base-58-btc). Numbers go from one base into
// the other several digits at a time: four digits of text, three bytes. One such limb times the base of the other side
// stays below 2^48, so plain numbers are exact.

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
  const zeros = leadingOnes(text)
  const limbs: number[] = []
  let group = 0
  for (let index = zeros; index < text.length; index++) {
    const digit = digitOfCode[text.charCodeAt(index)] ?? notDigit
    if (digit === notDigit) return undefined
    group = group * 58 + digit
    // The first group is the short one: all others have four digits.
    if ((text.length - 1 - index) % digitsPerLimb !== 0) continue
    multiplyAndAdd(limbs, digitsBase, group, bytesBase)
    group = 0
  }
  return bytesFromLimbs(limbs, zeros)
}

/** Returns bytes in base 58; each zero byte in front becomes a `1`. */
export function encodeBase58(bytes: Uint8Array): string {
  const zeros = leadingZeros(bytes)
  const limbs: number[] = []
  let group = 0
  for (let index = zeros; index < bytes.length; index++) {
    group = group * 256 + (bytes[index] ?? 0)
    if ((bytes.length - 1 - index) % bytesPerLimb !== 0) continue
    multiplyAndAdd(limbs, bytesBase, group, digitsBase)
    group = 0
  }
  const digits = digitsFromLimbs(limbs)
  return '1'.repeat(zeros) + digits.slice(leadingOnes(digits))
}

/** Makes the number in `limbs`, the least limb first and each below `base`, `factor` times as large, and adds to it. */
function multiplyAndAdd(limbs: number[], factor: number, summand: number, base: number): void {
  const inverse = 1 / base
  let carry = summand | 0
  for (let index = 0; index < limbs.length; index++) {
    const product = (limbs[index] as number) * factor
    // The half never leads to the next quotient; without it, a multiple of the base could be rounded down.
    const quotient = ((product + 0.5) * inverse) | 0
    // From here on a step waits for the carry of the one before, so all is whole numbers and signs, without a branch that
    // nobody can predict: what comes together is less than three times the base.
    const sum = (((product - quotient * base) | 0) + carry) | 0
    const over = 2 + ((sum - base) >> 31) + ((sum - 2 * base) >> 31)
    limbs[index] = sum - Math.imul(over, base)
    carry = (quotient + over) | 0
  }
  // What is left may need two limbs: three bytes can hold more than four digits.
  for (; carry > 0; carry = (carry / base) | 0) limbs.push((carry % base) | 0)
}

function bytesFromLimbs(limbs: readonly number[], zeros: number): Uint8Array {
  // The greatest limb is not zero, but may need fewer bytes than it has.
  const greatest = limbs.at(-1) ?? 2 ** 16
  const unneeded = greatest < 2 ** 8 ? 2 : greatest < 2 ** 16 ? 1 : 0
  const bytes = new Uint8Array(zeros + limbs.length * bytesPerLimb - unneeded)
  let end = bytes.length
  for (const limb of limbs) {
    for (let shift = 0; shift < 24 && end > 0; shift += 8) bytes[--end] = limb >> shift
  }
  return bytes
}

function digitsFromLimbs(limbs: readonly number[]): string {
  let text = ''
  for (let index = limbs.length - 1; index >= 0; index--) {
    // As a 32-bit integer: the remainders of others are slow.
    const limb = (limbs[index] ?? 0) | 0
    text += pairOfDigits((limb / 58 ** 2) | 0) + pairOfDigits(limb % 58 ** 2)
  }
  return text
}

const pairOfDigits = (pair: number): string => alphabet.charAt((pair / 58) | 0) + alphabet.charAt(pair % 58)

function leadingZeros(bytes: Uint8Array): number {
  let zeros = 0
  while (bytes[zeros] === 0) zeros++
  return zeros
}

function leadingOnes(text: string): number {
  let ones = 0
  while (text[ones] === '1') ones++
  return ones
}
