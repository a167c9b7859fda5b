import type { CaseNode, CaseQuery } from './interface.js'

/** What the search compares: small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** `9` and `09` are one grade. */
function level(text: string): string {
  return plain(text.trim()).replace(/^0+(?=.)/, '')
}

/** Finds items by what they say. The texts are made comparable once, at the first search. */
export class ItemSearch {
  readonly #items: readonly CaseNode[]
  #texts: readonly string[] | undefined

  constructor(items: readonly CaseNode[]) {
    this.#items = items
  }

  find(query: CaseQuery, isWithin: (node: CaseNode) => boolean): readonly CaseNode[] {
    const limit = query.limit ?? Number.POSITIVE_INFINITY
    const words = plain(query.text ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
    const code = plain(query.code?.trim() ?? '')
    const wantedLevel = query.educationLevel === undefined ? undefined : level(query.educationLevel)
    const itemType = query.itemType === undefined ? undefined : plain(query.itemType.trim())
    const texts = words.length === 0 ? [] : this.#allTexts()
    const found: CaseNode[] = []
    for (const [index, node] of this.#items.entries()) {
      if (found.length >= limit) break
      const { item } = node
      const text = texts[index] ?? ''
      const fits =
        words.every((word) => text.includes(word)) &&
        (code === '' || plain(item?.humanCodingScheme ?? '').startsWith(code)) &&
        (wantedLevel === undefined || (item?.educationLevel ?? []).some((each) => level(each) === wantedLevel)) &&
        (itemType === undefined || plain(item?.CFItemType ?? '') === itemType)
      if (fits && isWithin(node)) found.push(node)
    }
    return found
  }

  #allTexts(): readonly string[] {
    this.#texts ??= this.#items.map(({ item }) =>
      plain(
        [
          item?.fullStatement,
          item?.abbreviatedStatement,
          item?.alternativeLabel,
          item?.humanCodingScheme,
          item?.notes,
          ...(item?.conceptKeywords ?? []),
        ].join('\n'),
      ),
    )
    return this.#texts
  }
}
