import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseClient } from './case-client.js'

const documentOf = (n: number) => ({
  identifier: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  uri: `https://frameworks.example/CFDocuments/${n}`,
  creator: 'Example State',
  title: String(n),
  lastChangeDateTime: '2026-01-01T00:00:00Z',
})

/** What a service can have in its list: documents, incomplete ones, and what is none. */
const entries = fc.array(fc.constantFrom('whole', 'without creator', 'none'), { maxLength: 40 }).map((kinds) =>
  kinds.map((kind, n) => {
    if (kind === 'none') return n
    return kind === 'whole' ? documentOf(n) : { ...documentOf(n), creator: undefined }
  }),
)

/** How it pages, and what it says about that. */
const paging = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  cap: fc.integer({ min: 1, max: 12 }),
  offset: fc.nat(5),
  total: fc.option(fc.nat(60)),
  hasLinks: fc.boolean(),
})

describe('a listing of any service', () => {
  it('has every document once, with what is odd about it, and names every other entry', async () => {
    await fc.assert(
      fc.asyncProperty(entries, paging, async (all, { limit, cap, offset: start, total, hasLinks }) => {
        const asked: string[] = []
        const client = caseClient({
          baseUrl: 'https://frameworks.example',
          fetch: async (input) => {
            const { searchParams } = new URL(String(input))
            const offset = Number(searchParams.get('offset'))
            asked.push(searchParams.get('offset') ?? '')
            const end = offset + Math.min(cap, Number(searchParams.get('limit')))
            const headers = new Headers(total === null ? {} : { 'x-total-count': String(total) })
            if (hasLinks && end < all.length) headers.set('link', '<x>; rel="next"')
            return Response.json({ CFDocuments: all.slice(offset, end) }, { headers })
          },
        })
        const listing = client.listDocuments({ limit, offset: start })
        const found: [title: string, pointers: string[]][] = []
        for await (const { value, problems } of listing) {
          found.push([value.title, problems.map(({ pointer }) => pointer)])
        }
        const listed = all.map((entry, n) => ({ entry, n })).slice(start)
        expect(found).toEqual(
          listed.flatMap(({ entry, n }) => {
            if (typeof entry === 'number') return []
            return [[entry.title, entry.creator === undefined ? [`/CFDocuments/${n}/creator`] : []]]
          }),
        )
        const unread = listed.flatMap(({ entry, n }) => (typeof entry === 'number' ? [`/CFDocuments/${n}`] : []))
        const isIncomplete = total !== null && total > start + listed.length
        expect(listing.problems.map(({ pointer }) => pointer)).toEqual([
          ...unread,
          ...(isIncomplete ? ['/CFDocuments'] : []),
        ])
        expect(listing.losses.map(({ path }) => path)).toEqual(
          listed.flatMap(({ entry, n }) => (typeof entry === 'number' ? [`/CFDocuments[${n + 1}]`] : [])),
        )
        expect(new Set(asked).size).toBe(asked.length)
      }),
    )
  })
})
