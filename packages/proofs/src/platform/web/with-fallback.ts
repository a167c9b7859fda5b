import type { EllipticCurve, Verifier } from '../interface.js'

/** The two implementations that {@link withFallback} chooses from. */
export interface CurveImplementations {
  /** By WebCrypto; rejects where it lacks the curve. */
  readonly native: () => Promise<EllipticCurve>
  /** By a library, which is loaded only then. */
  readonly fallback: () => Promise<EllipticCurve>
}

/** Returns a curve by WebCrypto where that has it and by a library where not; found out once, when first used. */
export function withFallback({ native, fallback }: CurveImplementations): EllipticCurve {
  let found: Promise<EllipticCurve> | undefined
  const implementation = (): Promise<EllipticCurve> => {
    found ??= native().catch(fallback)
    return found
  }
  return {
    keyPair: async (privateKey) => (await implementation()).keyPair(privateKey),
    verifier(publicKey) {
      const bytes = new Uint8Array(publicKey)
      let verifier: Promise<Verifier> | undefined
      return async (signature, data) => {
        verifier ??= implementation().then((curve) => curve.verifier(bytes))
        return (await verifier)(signature, data)
      }
    },
  }
}
