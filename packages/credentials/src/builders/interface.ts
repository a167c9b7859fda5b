import type { RandomSource } from '../identity/index.js'

/** Options of every builder. */
export interface BuildOptions {
  /** Where the ids come from that the input leaves out. Default: the platform's generator for cryptography. */
  readonly random?: RandomSource | undefined
}
