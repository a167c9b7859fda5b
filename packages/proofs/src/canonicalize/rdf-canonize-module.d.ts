declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(
      dataset: readonly object[],
      options: {
        readonly algorithm: 'RDFC-1.0'
        readonly rejectURDNA2015: boolean
        readonly messageDigestAlgorithm: 'SHA-256' | 'SHA-384'
        readonly maxWorkFactor: number
        readonly signal: AbortSignal | null
        /** Filled with the canonical label of each blank node. */
        readonly canonicalIdMap?: Map<string, string>
      },
    ): Promise<string>
    readonly NQuads: { serialize(dataset: readonly object[]): string }
  }
  export default rdfCanonize
}
