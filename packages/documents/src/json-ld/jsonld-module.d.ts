declare module 'jsonld' {
  export interface JsonLd {
    toRDF(input: object, options: Record<string, unknown>): Promise<unknown>
    /** Another processor, which shares no cache with this one. */
    (): JsonLd
  }
  const jsonld: JsonLd
  export default jsonld
}
