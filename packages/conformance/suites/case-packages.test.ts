import {
  type CaseFramework,
  type CfItem,
  type CfPackage,
  caseCounts,
  caseFramework,
  cfPackageFromCompetencies,
  competenciesFromFramework,
  parseCaseDocuments,
  parseCasePackage,
  serializeCasePackage,
} from '@testamur/adapters/case'
import { type Achievement, type Association, achievementCredential, clrCredential } from '@testamur/credentials'
import { validate } from '@testamur/credentials/validate'
import { describe, expect, it } from 'vitest'
import { caseSchemaErrors } from '../case-schema.js'
import { describeWithReference, readReferenceBytes, readReferenceJson } from '../reference.js'

interface Sample {
  readonly file: string
  readonly caseVersion: string
  readonly documents?: number
  readonly expected?: Readonly<Record<string, unknown>>
}

/** What the index counts, in its own way: of the types of items it has the eight most frequent. */
function asIndexed({ file }: Sample, expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = parseCasePackage(readReferenceBytes('reference', 'case', file))
  const { itemTypes, ...counts } = caseCounts(read)
  const known = Object.keys(expected['itemTypes'] ?? {})
  return {
    title: read.package.CFDocument.title,
    ...counts,
    itemTypes: Object.fromEntries(Object.entries(itemTypes).filter(([type]) => known.includes(type))),
  }
}

describeWithReference('CASE packages', () => {
  const { samples } = readReferenceJson<{ samples: Sample[] }>('reference', 'case', 'index.json')
  const packages = samples.filter(({ expected }) => expected !== undefined)
  const errorsOf = caseSchemaErrors()

  it('there are samples of both versions', () => {
    expect(new Set(packages.map(({ caseVersion }) => caseVersion))).toEqual(new Set(['1.0', '1.1']))
    expect(packages.length).toBeGreaterThanOrEqual(18)
  })

  describe.each(packages)('$file', (sample) => {
    const bytes = readReferenceBytes('reference', 'case', sample.file)

    it('loads with the counts of the index', () => {
      expect(asIndexed(sample, sample.expected ?? {})).toEqual(sample.expected)
    })

    it('is valid by the official schema of 1.1 when it is written again', () => {
      const { document, problems } = serializeCasePackage(parseCasePackage(bytes).package)
      expect(errorsOf(document)).toEqual([])
      expect(problems).toEqual([])
    })

    it('loses nothing silently on the way', () => {
      const read = parseCasePackage(bytes)
      const { document, losses } = serializeCasePackage(read.package)
      const written = leavesOf(document)
      const lost = [...read.losses, ...losses].map(({ path }) => pointerOf(path))
      const missing = [...leavesOf(JSON.parse(Buffer.from(bytes).toString('utf8')))]
        .filter(([pointer, value]) => written.get(pointer) !== value)
        .filter(([pointer]) => !lost.some((place) => pointer === place || pointer.startsWith(`${place}/`)))
      expect(missing).toEqual([])
    })

    it('is the same after a second reading', () => {
      const { document } = serializeCasePackage(parseCasePackage(bytes).package)
      const again = parseCasePackage(JSON.stringify(document))
      expect(again.problems).toEqual([])
      expect(serializeCasePackage(again.package).document).toEqual(document)
    })

    it('finds every item by identifier, URI and code', () => {
      const framework = caseFramework(parseCasePackage(bytes).package)
      for (const node of framework.items) {
        expect(framework.find(node.identifier)).toBe(node)
        expect(framework.find(node.uri)).toBe(node)
        const code = node.item?.humanCodingScheme
        if (code !== undefined) expect(framework.withCode(code)).toContain(node)
      }
    })
  })

  describe.each(packages)('$file as achievements', ({ file }) => {
    const { package: cfPackage } = parseCasePackage(readReferenceBytes('reference', 'case', file))
    const framework = caseFramework(cfPackage)
    const { achievement, association, losses } = competenciesFromFramework(framework)

    it('has one for each item', () => {
      expect(achievement).toHaveLength(framework.items.length)
      expect(new Set(achievement.map(({ id }) => id)).size).toBe(achievement.length)
    })

    it('makes a record without errors by schema, rules and names', () => {
      if (achievement.length === 0) return
      const issuer = 'did:web:department.example'
      const validFrom = '2026-01-01T00:00:00Z'
      const badge = achievementCredential({
        issuer,
        validFrom,
        credentialSubject: { id: 'did:example:learner', achievement: achievement[0] as Achievement },
      })
      const record = clrCredential({
        name: 'Competencies',
        issuer,
        validFrom,
        credentialSubject: {
          id: 'did:example:learner',
          verifiableCredential: [badge],
          achievement: achievement.slice(1),
          association,
        },
      })
      expect(validate(record).findings.filter(({ level }) => level === 'error')).toEqual([])
    })

    it('loses nothing silently', () => {
      const lost = losses.map(({ path }) => pointerOf(path))
      const isLost = (pointer: string): boolean =>
        lost.some((place) => pointer === place || pointer.startsWith(`${place}/`))
      const isTold = toldIn(achievement, association, framework)
      const silent = [...leavesOf(cfPackage)].filter(([pointer, value]) => !isTold(pointer, value) && !isLost(pointer))
      expect(silent).toEqual([])
    })

    it('is the framework again, but for what the losses name', () => {
      const { CFDocument, CFItems } = cfPackage
      const again = cfPackageFromCompetencies({ achievement, association }, { document: CFDocument }).package
      const { document, problems } = serializeCasePackage(again)
      expect({ errors: errorsOf(document), problems }).toEqual({ errors: [], problems: [] })
      const lost = new Set(losses.map(({ path }) => path))
      const kept = CFItems.flatMap((item, index) =>
        lost.has(`/CFItems[${index + 1}]`) ? [] : [withoutLost(item, `/CFItems[${index + 1}]`, lost)],
      )
      // Nothing else, but for what CASE demands, and the kind of achievement where there was no type.
      const expected = kept.map((item, index) => {
        const { identifier, uri, lastChangeDateTime } = again.CFItems[index] ?? {}
        const [made] = achievement.filter(({ otherIdentifier }) => otherIdentifier?.[0]?.identifier === identifier)
        return { CFItemType: made?.achievementType, uri, lastChangeDateTime, ...item }
      })
      expect(again.CFItems).toEqual(expected)
      expect(linksOf(again)).toEqual(expectedLinks(framework, lost))
    })
  })

  it('a list of documents', () => {
    const [sample] = samples.filter(({ documents }) => documents !== undefined)
    const read = parseCaseDocuments(readReferenceBytes('reference', 'case', sample?.file ?? ''))
    expect(read.value).toHaveLength(sample?.documents ?? 0)
    expect(read.value.every(({ title, identifier }) => title !== '' && identifier !== '')).toBe(true)
  })
})

/** Texts, numbers and truths of a document, by their JSON Pointers. */
function leavesOf(value: unknown, pointer = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== 'object') leaves.set(pointer, value)
  else for (const [member, child] of Object.entries(value ?? {})) leavesOf(child, `${pointer}/${member}`, leaves)
  return leaves
}

/** The JSON Pointer of a loss's path, whose positions count from 1. */
function pointerOf(path: string): string {
  return path.replaceAll(/\[(\d+)\]/g, (_, position: string) => `/${Number(position) - 1}`)
}

/** An item without the members that were lost; a short form that is the statement itself says nothing more. */
function withoutLost(item: CfItem, path: string, lost: ReadonlySet<string>): object {
  const { abbreviatedStatement, ...others } = item
  const whole = abbreviatedStatement === item.fullStatement ? others : item
  return Object.fromEntries(Object.entries(whole).filter(([member]) => !lost.has(`${path}/${member}`)))
}

/** Returns what says whether a leaf of a package is in what became of it, at the place where it belongs. */
function toldIn(
  achievement: readonly Achievement[],
  association: readonly Association[],
  framework: CaseFramework,
): (pointer: string, value: unknown) => boolean {
  const { CFItems, CFDocument } = framework.package
  const byItem = new Map(framework.items.map(({ item }, index) => [item, achievement[index]]))
  const results = new Set([...leavesOf(achievement.map((each) => each.resultDescription ?? [])).values()].map(String))
  const types = new Set<string>(association.map(({ associationType }) => associationType))
  const tags = (member: string) => (item: Achievement) =>
    (item.tag ?? []).flatMap((tag) => (tag.startsWith(`case:${member}=`) ? tag.slice(member.length + 6) : []))
  const members: Readonly<Record<string, (item: Achievement) => readonly (string | undefined)[]>> = {
    identifier: ({ otherIdentifier = [] }) => otherIdentifier.map(({ identifier }) => identifier),
    uri: ({ id }) => [id],
    fullStatement: ({ description }) => [description],
    abbreviatedStatement: ({ name }) => [name],
    humanCodingScheme: ({ humanCode }) => [humanCode],
    language: ({ inLanguage }) => [inLanguage],
    notes: ({ alignment = [] }) => alignment.map(({ targetDescription }) => targetDescription),
    conceptKeywords: ({ tag = [] }) => tag,
    CFItemType: tags('CFItemType'),
    educationLevel: tags('educationLevel'),
    subject: tags('subject'),
  }
  return (pointer, value) => {
    const [, list, index = '', member = ''] = pointer.split('/')
    const text = String(value)
    switch (list) {
      case 'CFItems': {
        const found = byItem.get(CFItems[Number(index)])
        return found !== undefined && (members[member]?.(found) ?? []).includes(text)
      }
      // The ends are told by the ids of the achievements.
      case 'CFAssociations':
        return member.endsWith('NodeURI') || (member === 'associationType' && types.has(text))
      // Places among levels and criteria are told by their order, what contains them by where they are.
      case 'CFRubrics':
        return results.has(text) || /\/CFItemURI\/|\/(position|rubricId|rubricCriterionId)$/.test(pointer)
      case 'CFDocument':
        return index === 'title' && achievement.some(({ criteria }) => criteria.narrative?.includes(CFDocument.title))
      default:
        return false
    }
  }
}

/** The associations of a package, in words and in order. */
function linksOf({ CFAssociations }: Pick<CfPackage, 'CFAssociations'>): string[] {
  const links = CFAssociations.map(({ originNodeURI, associationType, destinationNodeURI }) =>
    linkIn(originNodeURI, associationType, destinationNodeURI),
  )
  return [...new Set(links)].toSorted()
}

function linkIn(origin: { identifier: string }, type: string, destination: { identifier: string }): string {
  return [origin.identifier, type, destination.identifier].join(' ')
}

/** The associations that a framework has after it was in a record. */
function expectedLinks(framework: CaseFramework, lost: ReadonlySet<string>): string[] {
  const carried = framework.edges.filter(({ index }) => !lost.has(`/CFAssociations[${index + 1}]`))
  const links = carried.map(({ association, origin, destination, index }) => {
    if (!lost.has(`/CFAssociations[${index + 1}]/associationType`)) {
      return linkIn(origin, association.associationType, destination)
    }
    // What became an alignment leads from the item to the outside.
    return origin.kind === 'outside'
      ? linkIn(destination, 'isRelatedTo', origin)
      : linkIn(origin, 'isRelatedTo', destination)
  })
  const below = new Set(
    carried.flatMap(({ association, origin }) => (association.associationType === 'isChildOf' ? origin : [])),
  )
  const tops = framework.items.filter((node) => !below.has(node))
  return [...new Set([...links, ...tops.map((node) => linkIn(node, 'isChildOf', framework.document))])].toSorted()
}
