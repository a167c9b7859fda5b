declare module 'jsonld' {
  const jsonld: {
    toRDF(input: object, options: Record<string, unknown>): Promise<unknown>
  }
  export default jsonld
}
