import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caseClient } from './case-client.js'
import type { CaseClient, CaseClientOptions, ListDocumentsOptions } from './interface.js'

const moment = '2026-01-01T00:00:00Z'
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const documentOf = (n: number) => ({
  identifier: guid(n),
  uri: `https://frameworks.example/ims/case/v1p1/CFDocuments/${guid(n)}`,
  creator: 'Example State',
  title: `Framework ${n}`,
  lastChangeDateTime: moment,
})
const itemOf = (n: number) => ({
  identifier: guid(n),
  uri: `https://frameworks.example/ims/case/v1p1/CFItems/${guid(n)}`,
  fullStatement: `Statement ${n}`,
  lastChangeDateTime: moment,
})

/** A service on loopback, and what it was asked. */
interface Service {
  readonly baseUrl: string
  readonly requests: IncomingMessage[]
  /** Queries of the requests for documents. */
  readonly queries: () => string[]
}
type Respond = (request: IncomingMessage, response: ServerResponse, url: URL) => void

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(respond: Respond): Promise<Service> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    respond(request, response, new URL(request.url ?? '', 'http://127.0.0.1'))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { baseUrl, requests, queries: () => requests.map(({ url = '' }) => url.split('?')[1] ?? '') }
}

const json = (response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
}

const clientOf = ({ baseUrl }: Service, options: Partial<CaseClientOptions> = {}): CaseClient =>
  caseClient({ baseUrl, allowHttp: true, wait: async () => {}, ...options })

async function listed(client: CaseClient, options?: ListDocumentsOptions): Promise<string[]> {
  const titles: string[] = []
  for await (const { value } of client.listDocuments(options)) titles.push(value.title)
  return titles
}

const titles = (count: number): string[] => Array.from({ length: count }, (_, n) => `Framework ${n}`)

/** How a service pages, and what it says about it. */
interface Paging {
  readonly count: number
  /** Most documents that it gives at once, whatever it is asked for. */
  readonly cap?: number
  readonly total?: (count: number) => number
  readonly links?: boolean
  readonly isBare?: boolean
  readonly isWrapped?: boolean
  readonly ignoresOffset?: boolean
  readonly ignoresLimit?: boolean
}

function pagingService(paging: Paging, before: Respond = () => {}): Promise<Service> {
  const all = Array.from({ length: paging.count }, (_, n) => documentOf(n))
  return serve((request, response, url) => {
    before(request, response, url)
    if (response.headersSent) return
    const offset = paging.ignoresOffset ? 0 : Number(url.searchParams.get('offset'))
    const limit = paging.ignoresLimit ? paging.count : Number(url.searchParams.get('limit'))
    const page = all.slice(offset, offset + Math.min(limit, paging.cap ?? limit))
    const isLast = offset + page.length >= all.length
    const headers = {
      ...(paging.total && { 'x-total-count': String(paging.total(all.length)) }),
      ...(paging.links && { link: `<${url.pathname}?offset=0>; rel="first"${isLast ? '' : `, <x>; rel="next"`}` }),
    }
    const list = page.map((each) => (paging.isWrapped ? { CFDocument: each } : each))
    json(response, paging.isBare ? list : { CFDocuments: list }, 200, headers)
  })
}

/** A service whose list holds these entries. */
function pagingOf(all: readonly unknown[]): Promise<Service> {
  return serve((_, response, url) => {
    const [offset, limit] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name)))
    json(response, { CFDocuments: all.slice(offset, (offset ?? 0) + (limit ?? 0)) })
  })
}

describe('listing documents', () => {
  it.each<[name: string, paging: Paging, requests: number]>([
    ['a short page', { count: 25 }, 4],
    ['a full page at the end', { count: 20 }, 3],
    ['none', { count: 0 }, 1],
    ['bare lists', { count: 25, isBare: true }, 4],
    ['wrapped documents', { count: 25, isWrapped: true }, 4],
    ['a total that is right', { count: 25, total: (count) => count }, 4],
    ['a total that is too high', { count: 25, total: () => 1000 }, 4],
    ['a total that is too low', { count: 25, total: () => 5 }, 4],
    ['a service that gives fewer than asked for, and a total', { count: 25, cap: 4, total: (count) => count }, 8],
    ['a service that gives fewer than asked for, and links', { count: 25, cap: 4, links: true }, 8],
    ['a service that gives fewer than asked for, and no hint', { count: 25, cap: 4 }, 8],
    [
      'a service that gives fewer than asked for, and a total that is too low',
      { count: 25, cap: 4, total: () => 3 },
      8,
    ],
    ['a service that gives all at once', { count: 25, ignoresLimit: true }, 2],
    ['a service that always gives the first page', { count: 25, ignoresOffset: true }, 2],
    ['one that counts more besides', { count: 25, ignoresOffset: true, total: () => 1000 }, 3],
  ])('%s', async (_, paging, requests) => {
    const service = await pagingService(paging)
    const expected = paging.ignoresOffset ? 10 : paging.count
    expect(await listed(clientOf(service), { limit: 10 })).toEqual(titles(expected))
    expect(service.requests).toHaveLength(requests)
    expect(new Set(service.queries()).size).toBe(requests)
  })

  it('ends at a short page where it is told to, unless the service says that there is more', async () => {
    const requests = async (paging: Paging): Promise<[documents: number, requests: number]> => {
      const service = await pagingService(paging)
      return [(await listed(clientOf(service), { limit: 10, untilEmpty: false })).length, service.requests.length]
    }
    expect(await requests({ count: 25 })).toEqual([25, 3])
    expect(await requests({ count: 25, cap: 4 })).toEqual([4, 1])
    expect(await requests({ count: 25, cap: 4, total: (count) => count })).toEqual([25, 7])
    expect(await requests({ count: 25, cap: 4, links: true })).toEqual([25, 7])
  })

  it('asks for a page only when it is wanted', async () => {
    const service = await pagingService({ count: 100 })
    for await (const { value } of clientOf(service).listDocuments({ limit: 10 })) {
      if (value.title === 'Framework 9') break
    }
    expect(service.requests).toHaveLength(1)
  })

  it('entries that cannot be read shift no page, end no listing, and are told', async () => {
    const all = [documentOf(0), documentOf(1), null, {}, documentOf(4), 'no document', documentOf(6)]
    const service = await serve((_, response, url) => {
      const offset = Number(url.searchParams.get('offset'))
      json(response, { CFDocuments: all.slice(offset, offset + 2) }, 200, { 'x-total-count': '7' })
    })
    const listing = clientOf(service).listDocuments({ limit: 2 })
    const found: string[] = []
    for await (const { value, problems } of listing) found.push(`${value.title}: ${problems.length}`)
    expect(found).toEqual(['Framework 0: 0', 'Framework 1: 0', 'Framework 4: 0', 'Framework 6: 0'])
    expect(service.queries().map((query) => /offset=\d+/.exec(query)?.[0])).toEqual([
      'offset=0',
      'offset=2',
      'offset=4',
      'offset=6',
      'offset=7',
    ])
    expect(listing.problems.map(({ pointer }) => pointer)).toEqual([2, 3, 5].map((n) => `/CFDocuments/${n}`))
    expect(listing.losses.map(({ path }) => path)).toEqual([3, 4, 6].map((n) => `/CFDocuments[${n}]`))
  })

  it('tells what is odd about a document with that document', async () => {
    const { creator: _, ...anonymous } = documentOf(2)
    const all = [null, documentOf(1), anonymous, { CFDocument: { ...documentOf(3), odd: 1 } }]
    const service = await pagingOf(all)
    const found: unknown[] = []
    for await (const { value, problems, losses } of clientOf(service).listDocuments({ limit: 3 })) {
      found.push([value.title, problems.map(({ pointer }) => pointer), losses.map(({ path }) => path)])
    }
    expect(found).toEqual([
      ['Framework 1', [], []],
      ['Framework 2', ['/CFDocuments/2/creator'], []],
      ['Framework 3', [], ['/CFDocuments[4]/CFDocument/odd']],
    ])
  })

  it('takes a time that grows with the number of documents, also where each has problems', async () => {
    const all = Array.from({ length: 20_000 }, (_, n) => ({ identifier: guid(n), title: 'T' }))
    const service = await pagingOf(all)
    let count = 0
    for await (const { problems } of clientOf(service).listDocuments({ limit: all.length })) count += problems.length
    expect(count).toBe(3 * all.length)
  }, 10_000)

  it('finds the documents there were though others are added meanwhile', async () => {
    const all = Array.from({ length: 6 }, (_, n) => documentOf(n))
    let requests = 0
    const service = await serve((_, response, url) => {
      requests += 1
      if (requests === 3) all.unshift(documentOf(100), documentOf(101))
      const offset = Number(url.searchParams.get('offset'))
      json(response, { CFDocuments: all.slice(offset, offset + 2) }, 200, { 'x-total-count': String(all.length) })
    })
    const listing = clientOf(service).listDocuments({ limit: 2 })
    const found: string[] = []
    for await (const { value } of listing) found.push(value.title)
    expect(found).toEqual(titles(6))
    expect(listing.problems.map(({ code }) => code)).toEqual(['case-listing-incomplete'])
  })

  it.each<[name: string, paging: Paging, problems: number]>([
    ['counts more documents than it gives', { count: 5, total: () => 7 }, 1],
    ['counts what it gives', { count: 5, total: (count) => count }, 0],
    ['counts fewer', { count: 5, total: () => 3 }, 0],
    ['gives everything again and again', { count: 5, ignoresOffset: true, total: (count) => count }, 0],
  ])('a service that %s', async (_, paging, problems) => {
    const listing = clientOf(await pagingService(paging)).listDocuments({ limit: 10 })
    const found: string[] = []
    for await (const { value } of listing) found.push(value.title)
    expect(found).toEqual(titles(5))
    expect(listing.problems).toHaveLength(problems)
  })

  it('is refused when there is no end to it', async () => {
    const service = await pagingService({ count: 100 })
    const list = listed(clientOf(service, { maxDocuments: 30 }), { limit: 10 })
    await expect(list).rejects.toMatchObject({ code: 'ERR_CASE_TOO_LARGE' })
    const endless = await serve((_, response) => json(response, { CFDocuments: [0, 0, 0, 0] }))
    await expect(listed(clientOf(endless, { maxDocuments: 3 }))).rejects.toMatchObject({ code: 'ERR_CASE_TOO_LARGE' })
  })

  it('is done though the service throttles, fails and breaks off', async () => {
    let count = 0
    const service = await pagingService({ count: 45, total: (n) => n * 2 }, (_, response) => {
      count += 1
      if (count % 4 === 1) json(response, {}, 429, { 'retry-after': '7' })
      else if (count % 4 === 2) json(response, {}, 503)
      else if (count % 4 === 3) response.writeHead(200, { 'content-length': '5000' }).write('{"CFDocuments": [')
      if (count % 4 === 3) setTimeout(() => response.destroy(), 5)
    })
    const slow = await pagingService({ count: 3 })
    const waits: number[] = []
    const wait = async (ms: number): Promise<void> => void waits.push(ms)
    const broken = clientOf(service, { wait, maxAttempts: 10 })
    // The server answers in a circle of four: only the fourth attempt of each page is whole.
    const found: string[] = []
    for await (const { value } of broken.listDocuments({ limit: 10 })) found.push(value.title)
    expect(found).toEqual(titles(45))
    expect(waits.filter((ms) => ms === 7000)).toHaveLength(6)
    expect(await listed(clientOf(slow))).toEqual(titles(3))
  })
})

describe('the query', () => {
  it('is percent-encoded as the binding has it', async () => {
    const service = await pagingService({ count: 1 })
    await listed(clientOf(service), {
      limit: 5,
      offset: 10,
      sort: 'title',
      orderBy: 'desc',
      fields: ['title', 'creator'],
      filter: {
        and: [
          { field: 'title', is: '~', value: 'Maths & more (9+)' },
          { field: 'licenseURI.title', is: '!=', value: 'none' },
        ],
      },
    })
    expect(service.queries()[0]).toBe(
      'limit=5&offset=10&sort=title&orderBy=desc' +
        '&filter=title~%27Maths%20%26%20more%20%289%2B%29%27%20AND%20licenseURI.title%21%3D%27none%27' +
        '&fields=identifier%2Ctitle%2Ccreator',
    )
  })

  it.each<ListDocumentsOptions>([
    { limit: 0 },
    { limit: 1.5 },
    { offset: -1 },
    { fields: [] },
    { sort: 'title desc' as never },
    { filter: { field: 'title', is: '=', value: "Women's studies" } },
    { filter: { field: "x'" as never, is: '=', value: 'a' } },
    { filter: { field: 'title', is: 'LIKE' as never, value: 'a' } },
    { filter: { field: 'title', is: '=', value: '\ud800' } },
    { filter: null as never },
    { filter: { and: [null] } as never },
    { filter: { or: [null, null] } as never },
    { sort: '' as never },
    { orderBy: 'asc&limit=1' as never },
    { fields: 'title' as never },
    { fields: [null as never] },
  ])('what it cannot say is refused: %j', async (options) => {
    const service = await pagingService({ count: 1 })
    await expect(clientOf(service).getDocumentPage(options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    expect(service.requests).toHaveLength(0)
  })
})

describe('operations', () => {
  const link = { title: 'a', identifier: guid(1), uri: 'https://frameworks.example/1' }
  const association = {
    identifier: guid(9),
    uri: 'https://frameworks.example/9',
    lastChangeDateTime: moment,
    associationType: 'isChildOf',
    originNodeURI: link,
    destinationNodeURI: { ...link, identifier: guid(2), uri: 'https://frameworks.example/2' },
  }
  const named = { identifier: guid(3), uri: 'https://frameworks.example/3', title: 'T', lastChangeDateTime: moment }
  const concept = { ...named, hierarchyCode: '1' }
  const cases: [path: string, answer: object, wrapped: string, call: (client: CaseClient) => Promise<unknown>][] = [
    ['/CFDocuments/x', documentOf(1), 'CFDocument', (client) => client.getDocument('x')],
    ['/CFItems/x', itemOf(1), 'CFItem', (client) => client.getItem('x')],
    ['/CFAssociations/x', association, 'CFAssociation', (client) => client.getAssociation('x')],
    ['/CFAssociationGroupings/x', named, 'CFAssociationGrouping', (client) => client.getAssociationGrouping('x')],
    ['/CFRubrics/x', named, 'CFRubric', (client) => client.getRubric('x')],
    ['/CFLicenses/x', { ...named, licenseText: 'L' }, 'CFLicense', (client) => client.getLicense('x')],
    ['/CFConcepts/x', [concept, concept], 'CFConcepts', (client) => client.getConcepts('x')],
    ['/CFSubjects/x', [concept], 'CFSubjects', (client) => client.getSubjects('x')],
    ['/CFItemTypes/x', [{ ...concept, description: 'd' }], 'CFItemTypes', (client) => client.getItemTypes('x')],
    [
      '/CFItemAssociations/x',
      { CFItem: itemOf(1), CFAssociations: [association] },
      'CFItemAssociations',
      (client) => client.getItemAssociations('x'),
    ],
  ]

  it.each(cases)('%s, bare and wrapped, in both versions', async (path, answer, wrapped, call) => {
    let isWrapped = false
    const service = await serve((_, response) => json(response, isWrapped ? { [wrapped]: answer } : answer))
    const bare = await call(clientOf(service))
    isWrapped = true
    const other = await call(clientOf(service, { version: '1.0' }))
    expect(bare).toEqual({ value: answer, problems: [], losses: [] })
    expect(other).toEqual(bare)
    expect(service.requests.map(({ url }) => url)).toEqual([`/ims/case/v1p1${path}`, `/ims/case/v1p0${path}`])
  })

  it('a package, by identifier and from where its document says', async () => {
    const cfPackage = { CFDocument: documentOf(1), CFItems: [itemOf(2)], CFAssociations: [] }
    const service = await serve((_, response) => json(response, { CFPackage: cfPackage }))
    const client = clientOf(service, { baseUrl: `${service.baseUrl}/ims/case/v1p0/` })
    const packageAt = (uri: string) => ({ ...documentOf(1), CFPackageURI: { title: 'P', identifier: guid(7), uri } })
    for (const document of [
      'x',
      documentOf(1),
      packageAt(`${service.baseUrl}/own/place`),
      packageAt('https://other.example/p'),
    ]) {
      expect((await client.getPackage(document)).package).toEqual(cfPackage)
    }
    expect(service.requests.map(({ url }) => url)).toEqual([
      '/ims/case/v1p0/CFPackages/x',
      `/ims/case/v1p0/CFPackages/${guid(1)}`,
      '/own/place',
      `/ims/case/v1p0/CFPackages/${guid(7)}`,
    ])
  })

  it('identifiers stay one segment of the path', async () => {
    const service = await serve((_, response) => json(response, itemOf(1)))
    await clientOf(service).getItem('../CFDocuments?x=1#y')
    expect(service.requests[0]?.url).toBe('/ims/case/v1p1/CFItems/..%2FCFDocuments%3Fx%3D1%23y')
    for (const identifier of ['', '.', '..', '\ud800']) {
      await expect(clientOf(service).getItem(identifier)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    }
  })

  it('the description of the service', async () => {
    const service = await serve((_, response) => json(response, { openapi: '3.0.1' }))
    expect(await clientOf(service).getServiceDescription()).toEqual({ openapi: '3.0.1' })
    expect(service.requests[0]?.url).toBe('/ims/case/v1p1/discovery/imscasev1p1_openapi3_v1p0.json')
  })

  it('something else than what was asked for is an error', async () => {
    const service = await serve((_, response) => json(response, { hello: 'world' }))
    await expect(clientOf(service).getItem('x')).rejects.toMatchObject({ code: 'ERR_CASE_RESPONSE' })
    await expect(clientOf(service).getPackage('x')).rejects.toMatchObject({ code: 'ERR_CASE_RESPONSE' })
    await expect(listed(clientOf(service))).rejects.toMatchObject({ code: 'ERR_CASE_RESPONSE' })
  })
})

describe('failures', () => {
  const status = (minor: string) => ({
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: 'canary\u001b[31m',
    imsx_codeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: minor }],
    },
  })

  it.each([
    [400, 'invalid_selection_field', 'ERR_CASE_QUERY', 1],
    [401, 'unauthorisedrequest', 'ERR_CASE_UNAUTHORIZED', 1],
    [403, 'forbidden', 'ERR_CASE_FORBIDDEN', 1],
    [404, 'unknownobject', 'ERR_CASE_NOT_FOUND', 1],
    [418, 'canary-teapot', 'ERR_CASE_RESPONSE', 1],
    [429, 'server_busy', 'ERR_CASE_BUSY', 4],
    [500, 'internal_server_error', 'ERR_CASE_SERVER', 4],
  ])('%i %s is %s after %i attempts', async (code, minor, expected, attempts) => {
    const service = await serve((_, response) => json(response, { imsx_StatusInfo: status(minor) }, code))
    const error = await clientOf(service)
      .getItem('x')
      .catch((each: unknown) => each)
    expect(error).toMatchObject({
      code: expected,
      status: code,
      statusInfo: { codeMajor: 'failure', severity: 'error', description: 'canary�[31m', codeMinor: [minor] },
      message: expect.stringMatching(code === 418 ? /418$/ : `\\(${minor}\\)$`),
    })
    expect(String(error)).not.toContain('canary')
    expect(service.requests).toHaveLength(attempts)
  })

  it('a wait that is too long is not waited for', async () => {
    const service = await serve((_, response) => json(response, {}, 429, { 'retry-after': '3600' }))
    await expect(clientOf(service).getItem('x')).rejects.toMatchObject({ code: 'ERR_CASE_BUSY' })
    expect(service.requests).toHaveLength(1)
  })

  it('Retry-After is seconds or a date; without one the pauses double', async () => {
    const now = () => Date.parse('2026-01-01T00:00:00Z')
    const answers = ['Thu, 01 Jan 2026 00:00:05 GMT', '2', undefined, undefined]
    const service = await serve((_, response) => {
      const after = answers.shift()
      if (answers.length === 0) json(response, itemOf(1))
      else json(response, {}, 503, after === undefined ? {} : { 'retry-after': after })
    })
    const waits: number[] = []
    await clientOf(service, { now, wait: async (ms) => void waits.push(ms) }).getItem('x')
    expect(waits).toEqual([5000, 2000, 4000])
  })

  it('half an answer, or none, is asked for again', async () => {
    let count = 0
    const service = await serve((_, response) => {
      count += 1
      if (count === 1) response.destroy()
      else if (count === 2) response.writeHead(200).end('{"identifier": "')
      else json(response, itemOf(1))
    })
    expect((await clientOf(service).getItem('x')).value).toEqual(itemOf(1))
    expect(service.requests).toHaveLength(3)
  })

  it('what is not JSON stays an error', async () => {
    const service = await serve((_, response) => response.writeHead(200).end('<html></html>'))
    await expect(clientOf(service).getItem('x')).rejects.toMatchObject({ code: 'ERR_CASE_RESPONSE', status: 200 })
  })

  it('time and size are bounded', async () => {
    const silent = await serve(() => {})
    const call = clientOf(silent, { timeoutMs: 30, maxAttempts: 1 }).getItem('x')
    await expect(call).rejects.toMatchObject({
      code: 'ERR_CASE_UNREACHABLE',
      message: expect.stringContaining('30 ms'),
    })
    const large = await serve((_, response) => json(response, { ...itemOf(1), notes: 'x'.repeat(10_000) }))
    await expect(clientOf(large, { maxBytes: 5000 }).getItem('x')).rejects.toMatchObject({ code: 'ERR_CASE_TOO_LARGE' })
    expect(large.requests).toHaveLength(1)
  })

  it('a signal ends a call, also while it waits', async () => {
    const silent = await serve(() => {})
    const reason = new Error('enough')
    for (const where of ['client', 'call'] as const) {
      const controller = new AbortController()
      const signals = where === 'client' ? [{ signal: controller.signal }, {}] : [{}, { signal: controller.signal }]
      const call = clientOf(silent, signals[0]).getItem('x', signals[1])
      setTimeout(() => controller.abort(reason), 20)
      await expect(call).rejects.toBe(reason)
    }
    const busy = await serve((_, response) => json(response, {}, 429, { 'retry-after': '30' }))
    const controller = new AbortController()
    const call = clientOf(busy, { wait: undefined }).getItem('x', { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    await expect(call).rejects.toBe(reason)
  })

  it('goes nowhere by http without permission, nor to what is no address', async () => {
    const service = await serve((_, response) => json(response, itemOf(1)))
    await expect(caseClient({ baseUrl: service.baseUrl }).getItem('x')).rejects.toMatchObject({
      code: 'ERR_CASE_REFUSED',
    })
    expect(service.requests).toHaveLength(0)
    for (const options of [
      { baseUrl: 'frameworks' },
      { baseUrl: 'ftp://frameworks.example' },
      { baseUrl: 'https://user:canary@frameworks.example' },
      { baseUrl: 'https://frameworks.example/ims/case/v1p0', version: '1.1' },
      { baseUrl: 'https://frameworks.example', maxAttempts: 0 },
      { baseUrl: 'https://frameworks.example', timeoutMs: Number.NaN },
      { baseUrl: 'https://frameworks.example', timeoutMs: '5' },
      { baseUrl: 'https://frameworks.example', timeoutMs: Number.POSITIVE_INFINITY },
      { baseUrl: 'https://frameworks.example', maxWaitMs: 2 ** 31 },
      { baseUrl: 'https://frameworks.example', version: 'v1p1' },
      { baseUrl: 'https://frameworks.example?key=canary' },
      { baseUrl: 'https://frameworks.example', clientCredentials: null },
      { baseUrl: 'https://frameworks.example', clientCredentials: { tokenUrl: 'canary' } },
      ...[{ clientSecret: undefined }, { clientSecret: '\ud800' }, { clientId: '' }, { scope: 1 }].map((wrong) => ({
        baseUrl: 'https://frameworks.example',
        clientCredentials: {
          tokenUrl: 'https://login.frameworks.example/token',
          clientId: 'app',
          clientSecret: 'canary',
          ...wrong,
        },
      })),
      undefined,
    ] as unknown as CaseClientOptions[]) {
      expect(() => caseClient(options)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
      expect(() => caseClient(options)).not.toThrow(/canary/)
    }
  })
})

describe('redirects', () => {
  it('are followed within the origin, and not without end', async () => {
    const service = await serve((_, response, url) => {
      const hops = Number(url.searchParams.get('n') ?? 0)
      if (url.pathname.endsWith('/far') || hops < 2) response.writeHead(302, { location: `?n=${hops + 1}` }).end()
      else json(response, itemOf(1))
    })
    expect((await clientOf(service).getItem('x')).value.fullStatement).toBe('Statement 1')
    await expect(clientOf(service).getItem('far')).rejects.toMatchObject({ code: 'ERR_CASE_REFUSED' })
  })

  it('are not followed to another origin', async () => {
    const other = await serve((_, response) => json(response, itemOf(1)))
    const service = await serve((_, response) => response.writeHead(307, { location: other.baseUrl }).end())
    await expect(clientOf(service).getItem('x')).rejects.toMatchObject({ code: 'ERR_CASE_REFUSED' })
    expect(other.requests).toHaveLength(0)
  })
})

describe('tokens', () => {
  /** A service that wants the newest token, and the server that gives them out. */
  async function secured(lifetimeSeconds: number): Promise<Service & { readonly grants: string[]; revoke(): void }> {
    let newest = 0
    const grants: string[] = []
    const service = await serve((request, response, url) => {
      if (url.pathname === '/token') {
        let body = ''
        request.on('data', (piece: Buffer) => (body += piece))
        request.on('end', () => {
          grants.push(`${request.headers.authorization} ${body}`)
          newest += 1
          json(response, { access_token: `canary-${newest}`, token_type: 'Bearer', expires_in: lifetimeSeconds })
        })
      } else if (request.headers.authorization === `Bearer canary-${newest}`) json(response, itemOf(1))
      else json(response, {}, 401)
    })
    return { ...service, grants, revoke: () => (newest += 100) }
  }
  const credentialsOf = ({ baseUrl }: Service) => ({
    clientCredentials: { tokenUrl: `${baseUrl}/token`, clientId: 'a:b', clientSecret: 'ü secret', scope: 'case read' },
  })

  it('are asked for once, for calls at the same time too, and kept', async () => {
    const service = await secured(3600)
    const client = clientOf(service, credentialsOf(service))
    await Promise.all([client.getItem('1'), client.getItem('2'), client.getItem('3')])
    await client.getItem('4')
    const basic = Buffer.from('a%3Ab:%C3%BC+secret').toString('base64')
    expect(service.grants).toEqual([`Basic ${basic} grant_type=client_credentials&scope=case+read`])
  })

  it('are renewed before they expire', async () => {
    const service = await secured(3600)
    let nowMs = 0
    const client = clientOf(service, { ...credentialsOf(service), now: () => nowMs })
    await client.getItem('1')
    nowMs = 3_500_000
    await client.getItem('2')
    expect(service.grants).toHaveLength(1)
    nowMs = 3_590_000
    await client.getItem('3')
    expect(service.grants).toHaveLength(2)
  })

  it('are renewed when one is refused, once', async () => {
    const service = await secured(3600)
    const client = clientOf(service, credentialsOf(service))
    await client.getItem('1')
    service.revoke()
    expect((await client.getItem('2')).value).toEqual(itemOf(1))
    expect(service.grants).toHaveLength(2)

    const strict = await serve((_, response, url) =>
      json(response, { access_token: 'canary' }, url.pathname === '/token' ? 200 : 401),
    )
    const call = clientOf(strict, credentialsOf(strict)).getItem('1')
    await expect(call).rejects.toMatchObject({ code: 'ERR_CASE_UNAUTHORIZED' })
    expect(strict.requests.map(({ url }) => url?.replace(/.*\//, ''))).toEqual(['token', '1', 'token', '1'])
  })

  it('what is no token is an error without secrets, and the next call asks anew', async () => {
    for (const answer of [
      { access_token: 'canary\r\nx: y' },
      { access_token: 'canary', token_type: 'mac' },
      { error: 'canary' },
    ]) {
      const service = await serve((_, response) => json(response, answer))
      const client = clientOf(service, credentialsOf(service))
      const error: unknown = await client.getItem('1').catch((each: unknown) => each)
      expect(error).toMatchObject({ code: 'ERR_CASE_TOKEN' })
      expect(String(error)).not.toMatch(/canary|secret/)
      await client.getItem('1').catch(() => {})
      expect(service.requests).toHaveLength(2)
    }
  })

  it('a signal ends a call that waits for a token, and not the others that wait for it', async () => {
    const answers: (() => void)[] = []
    const service = await serve((_, response, url) => {
      if (url.pathname === '/token') answers.push(() => json(response, { access_token: 'canary' }))
      else json(response, itemOf(1))
    })
    const client = clientOf(service, credentialsOf(service))
    const controller = new AbortController()
    const other = client.getItem('1')
    const call = client.getItem('2', { signal: controller.signal })
    const reason = new Error('enough')
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    controller.abort(reason)
    await expect(call).rejects.toBe(reason)
    answers[0]?.()
    expect((await other).value).toEqual(itemOf(1))
    await expect(client.getItem('3', { signal: controller.signal })).rejects.toBe(reason)
    expect(service.requests.map(({ url }) => url?.replace(/.*\//, ''))).toEqual(['token', '1'])
  })

  it('are in no error, though a service repeats them', async () => {
    const service = await serve((request, response, url) => {
      const sent = request.headers.authorization?.slice('Bearer '.length)
      const minor = [{ imsx_codeMinorFieldValue: sent }, { imsx_codeMinorFieldValue: 'unknownobject' }]
      const info = {
        imsx_codeMajor: 'failure',
        imsx_description: `No "${sent}", "ü secret"`,
        imsx_codeMinor: { imsx_codeMinorField: minor },
      }
      if (url.pathname === '/token') json(response, { access_token: 'canary' })
      else json(response, { imsx_StatusInfo: info }, 404)
    })
    const error: unknown = await clientOf(service, credentialsOf(service))
      .getItem('1')
      .catch((each: unknown) => each)
    expect(error).toMatchObject({
      message: expect.stringContaining('(unknownobject)'),
      statusInfo: { description: 'No "…", "…"', codeMinor: ['…', 'unknownobject'] },
    })
    expect(inspect(error, { depth: 9 })).not.toMatch(/canary|ü secret/)
  })

  it('requests for tokens are not redirected', async () => {
    const service = await serve((_, response) => response.writeHead(307, { location: '/elsewhere' }).end())
    await expect(clientOf(service, credentialsOf(service)).getItem('1')).rejects.toMatchObject({
      code: 'ERR_CASE_REFUSED',
    })
    expect(service.requests).toHaveLength(1)
  })
})
