import {
  type CfItem,
  caseCounts,
  caseFramework,
  cfPackageFromCompetencies,
  competenciesFromFramework,
  parseCaseDocuments,
  parseCasePackage,
  serializeCasePackage,
} from '@testamur/adapters/case'
import { type Achievement, achievementCredential, clrCredential } from '@testamur/credentials'
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
      const said = new Set([...leavesOf({ achievement, association }).values()].map(String))
      const words = [...said].join('\n')
      // Ends of associations are told by the ids of the achievements, numbers of levels by their order.
      const isTold = (pointer: string, value: unknown): boolean =>
        said.has(String(value)) ||
        words.includes(String(value)) ||
        /(Node|CFItem)URI\/(title|identifier|uri)$|\/position$|\/rubric(Criterion)?Id$/.test(pointer)
      const silent = [...leavesOf(cfPackage)].filter(([pointer, value]) => !isTold(pointer, value) && !isLost(pointer))
      expect(silent).toEqual([])
    })

    it('is the framework again, but for what the losses name', () => {
      const { CFDocument, CFItems, CFAssociations } = cfPackage
      const again = cfPackageFromCompetencies({ achievement, association }, { document: CFDocument }).package
      const { document, problems } = serializeCasePackage(again)
      expect({ errors: errorsOf(document), problems }).toEqual({ errors: [], problems: [] })
      const lost = new Set(losses.map(({ path }) => path))
      const kept = CFItems.flatMap((item, index) =>
        lost.has(`/CFItems[${index + 1}]`) ? [] : [withoutLost(item, `/CFItems[${index + 1}]`, lost)],
      )
      expect(again.CFItems.map((item, index) => pick(item, Object.keys(kept[index] ?? {})))).toEqual(kept)
      const links = (list: typeof CFAssociations): string[] =>
        list.map(({ associationType, originNodeURI, destinationNodeURI }) =>
          [originNodeURI.identifier, associationType, destinationNodeURI.identifier].join(' '),
        )
      const carried = CFAssociations.filter(
        (_, index) =>
          !lost.has(`/CFAssociations[${index + 1}]`) && !lost.has(`/CFAssociations[${index + 1}]/associationType`),
      )
      expect(links(again.CFAssociations)).toEqual(expect.arrayContaining(links(carried)))
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

function pick(item: object, members: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([member]) => members.includes(member)))
}
