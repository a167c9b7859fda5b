declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(
      dataset: readonly object[],
      options: {
        readonly algorithm: 'RDFC-1.0'
        readonly rejectURDNA2015: boolean
        readonly maxWorkFactor: number
        readonly signal: AbortSignal | null
      },
    ): Promise<string>
  }
  export default rdfCanonize
}
