const guid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** A framework in the form in which services publish it, as large as one likes; the same for the same size. */
export function generatedFramework(itemCount: number, associationCount: number): object {
  const base = 'https://frameworks.example/ims/case/v1p1'
  const lastChangeDateTime = '2026-01-01T00:00:00Z'
  const link = (n: number): object =>
    n < 0
      ? { title: 'Generated', identifier: guid(0, 0), uri: `${base}/CFDocuments/${guid(0, 0)}` }
      : { title: `Item ${n}`, identifier: guid(1, n), uri: `${base}/CFItems/${guid(1, n)}` }
  const CFItems = Array.from({ length: itemCount }, (_, n) => ({
    identifier: guid(1, n),
    uri: `${base}/CFItems/${guid(1, n)}`,
    fullStatement: `Statement ${n} about topic ${n % 97}`,
    humanCodingScheme: `G.${n}`,
    educationLevel: [String(1 + (n % 12))],
    CFItemType: n % 10 === 0 ? 'Domain' : 'Standard',
    lastChangeDateTime,
  }))
  const association = (n: number): [type: string, from: number, to: number] => {
    // First a tree of ten branches each, then relations: half inside, half to the outside.
    if (n < itemCount) return ['isChildOf', n, n === 0 ? -1 : Math.floor((n - 1) / 10)]
    const from = n % itemCount
    return n % 2 === 0 ? ['isRelatedTo', from, (n * 7919) % itemCount] : ['exactMatchOf', from, itemCount + n]
  }
  const CFAssociations = Array.from({ length: associationCount }, (_, n) => {
    const [associationType, from, to] = association(n)
    return {
      identifier: guid(2, n),
      uri: `${base}/CFAssociations/${guid(2, n)}`,
      associationType,
      originNodeURI: link(from),
      destinationNodeURI: link(to),
      lastChangeDateTime,
    }
  })
  const CFDocument = { ...link(-1), creator: 'Example State', lastChangeDateTime }
  return { CFDocument, CFItems, CFAssociations }
}
