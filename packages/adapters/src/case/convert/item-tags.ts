import type { CfItem } from '../model/index.js'

/** Members of an item that Open Badges has no member for, and that every reader understands as keywords. */
const tagged = ['CFItemType', 'educationLevel', 'subject'] as const
type Tagged = (typeof tagged)[number]

const prefix = (member: Tagged): string => `case:${member}=`

/** Returns the tags of an item: its keywords, and facts such as `case:educationLevel=09`. */
export function tagsOf(item: CfItem): string[] {
  const facts = tagged.flatMap((member) => [item[member] ?? []].flat().map((value) => prefix(member) + value))
  return [...new Set([...(item.conceptKeywords ?? []), ...facts])]
}

/** Returns what the tags of an achievement say: the reverse of {@link tagsOf}. */
export function factsIn(
  tags: readonly string[],
): Partial<Pick<CfItem, 'CFItemType' | 'educationLevel' | 'subject' | 'conceptKeywords'>> {
  const valuesOf = (member: Tagged): string[] =>
    tags.filter((tag) => tag.startsWith(prefix(member))).map((tag) => tag.slice(prefix(member).length))
  const [type] = valuesOf('CFItemType')
  const keywords = tags.filter((tag) => !tagged.some((member) => tag.startsWith(prefix(member))))
  const listed = { educationLevel: valuesOf('educationLevel'), subject: valuesOf('subject'), conceptKeywords: keywords }
  return {
    ...(type !== undefined && { CFItemType: type }),
    ...Object.fromEntries(Object.entries(listed).filter(([, list]) => list.length > 0)),
  }
}
