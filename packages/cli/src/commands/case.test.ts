import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { achievementCredential, clrCredential } from '@testamur/credentials'
import { afterEach, describe, expect, test } from 'vitest'
import { type Outcome, resultOf, temporaryFolder, testamur } from '../../test/call.js'
import { jsonIn } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'

const text = readFileSync(new URL('../../../../examples/data/framework.json', import.meta.url), 'utf8')
const framework = JSON.parse(text) as {
  CFDocument: { identifier: string; title: string }
  CFItems: { identifier: string; uri: string; humanCodingScheme: string; fullStatement: string }[]
  CFAssociations: object[]
}
const quadratics = framework.CFItems.find(({ humanCodingScheme }) => humanCodingScheme === 'ALG.4')
const criteria = { narrative: 'Pass the examination.' }
const validFrom = '2026-01-01T00:00:00Z'
const learner = 'did:example:learner'

/** A record that awards one course, aligned with a standard. */
function recordOf(issuer: { id: string; name: string }, name: string): object {
  const alignment = [
    { targetName: quadratics?.fullStatement ?? '', targetUrl: quadratics?.uri ?? '', targetType: 'CFItem' as const },
  ]
  const achievement = { id: `urn:x:${encodeURIComponent(name)}`, name, description: 'A course.', criteria, alignment }
  const badge = achievementCredential({ issuer, validFrom, credentialSubject: { id: learner, achievement } })
  return clrCredential({
    name: 'Record',
    issuer,
    validFrom,
    credentialSubject: { id: learner, verifiableCredential: [badge] },
  })
}
const college = { id: 'did:web:college.example', name: 'Example College' }
const university = { id: 'did:web:university.example', name: 'Example University' }

describe('import case', () => {
  test('a framework becomes achievements and associations; what is not in them is named', async () => {
    const cwd = await temporaryFolder({ 'framework.json': text })
    const { code, stdout, stderr } = await testamur(['import', 'case', 'framework.json', '-o', 'out.json'], { cwd })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^framework\.json: 10 items, 13 associations, 3 levels, 1 rubric/)
    expect(stderr).toMatch(/\d+ × .+ \[no-equivalent\]/)
    const { achievement, association } = (await jsonIn(cwd, 'out.json')) as {
      achievement: object[]
      association: object[]
    }
    expect(achievement).toHaveLength(10)
    expect(association).toHaveLength(10)
    expect(achievement[0]).toMatchObject({ type: ['Achievement'], humanCode: 'ALG', achievementType: 'Competency' })
  })

  test('--json prints { counts, achievement, association, problems, losses }, also beside -o', async () => {
    const cwd = await temporaryFolder({ 'framework.json': text })
    const result = await resultOf<object>(['import', 'case', 'framework.json', '-o', 'out.json'], { cwd })
    expect(Object.keys(result)).toEqual(['counts', 'achievement', 'association', 'problems', 'losses'])
    expect(result).toMatchObject({
      counts: { items: 10, associations: 13, associationTypes: { isChildOf: 10 } },
      problems: [],
    })
    expect(await jsonIn(cwd, 'out.json')).toMatchObject({ achievement: expect.any(Array) })
  })

  test('options say what the criteria are, and whether the framework is an achievement', async () => {
    const cwd = await temporaryFolder({ 'framework.json': text })
    const argv = ['import', 'case', 'framework.json', '--criteria', 'Four of five tasks.', '--include-document']
    const { achievement, association } = await resultOf<{ achievement: object[]; association: object[] }>(argv, { cwd })
    expect(achievement[0]).toMatchObject({ achievementType: 'LearningProgram', name: framework.CFDocument.title })
    expect(achievement[1]).toMatchObject({ criteria: { narrative: 'Four of five tasks.' } })
    expect(association).toHaveLength(12)
  })
})

/** An item of a chain. */
function chained(n: number) {
  const identifier = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const uri = `https://f.example/CFItems/${identifier}`
  const lastChangeDateTime = '2026-01-01T00:00:00Z'
  return { identifier, uri, fullStatement: `Statement ${n}`, humanCodingScheme: `C${n}`, lastChangeDateTime }
}

describe('case show', () => {
  const show = async (...options: string[]): Promise<Outcome> =>
    testamur(['case', 'show', 'framework.json', ...options], { cwd: await temporaryFolder({ 'framework.json': text }) })

  test('prints the tree', async () => {
    const { code, stdout } = await show()
    expect(code).toBe(0)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Example State Standards for Mathematics',
      '├─ ALG Algebra (Domain)',
      '│  ├─ ALG.1 Expressions (Standard)',
    ])
    expect(stdout).toContain('│     └─ ALG.4.a Completing the square (Standard)')
    expect((await show('--depth', '1')).stdout.trim().split('\n')).toHaveLength(3)
  })

  test('finds items by words, code, level, type and place', async () => {
    expect((await show('--text', 'SOLVE quadratic')).stdout).toBe(
      '1 item\n  ALG.4 Quadratic equations (Standard)\n    Example State Standards for Mathematics › ALG\n',
    )
    const codes = async (...options: string[]): Promise<string[]> =>
      [...(await show(...options)).stdout.matchAll(/^ {2}(\S+)/gm)].map(([, code]) => code ?? '')
    expect(await codes('--code', 'fun.')).toEqual(['FUN.1', 'FUN.2', 'FUN.3'])
    expect(await codes('--level', '09', '--type', 'standard')).toEqual(['ALG.1', 'ALG.2'])
    expect(await codes('--below', 'ALG.4')).toEqual(['ALG.4.a'])
    expect(await codes('--below', 'nowhere')).toEqual([])
  })

  test('--json gives the items with the way to them', async () => {
    const { stdout } = await show('--code', 'ALG.4.a', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      document: { title: framework.CFDocument.title },
      counts: { items: 10 },
      items: [{ humanCodingScheme: 'ALG.4.a', path: [{ code: 'ALG' }, { code: 'ALG.4' }] }],
      problems: [],
    })
  })

  test('of a long way it tells the end, so that a deep framework does not cost the square of its depth', async () => {
    const levels = 20_000
    const chain = [framework.CFDocument, ...Array.from({ length: levels }, (_, n) => chained(n))]
    const cwd = await temporaryFolder({
      'deep.json': {
        CFDocument: framework.CFDocument,
        CFItems: chain.slice(1),
        CFAssociations: chain.slice(1).map((item, n) => ({
          ...chained(n),
          associationType: 'isChildOf',
          originNodeURI: { title: 'T', ...item },
          destinationNodeURI: { title: 'T', ...chain[n] },
        })),
      },
    })
    const argv = ['case', 'show', 'deep.json', '--text', 'statement']
    const { items } = await resultOf<{ items: { path: object[]; isPathCut?: boolean }[] }>(argv, { cwd })
    expect(items).toHaveLength(levels)
    expect(items[20]).toMatchObject({
      path: Array.from({ length: 20 }, (_, n) => ({ code: `C${n}` })),
      isPathCut: true,
    })
    expect(items[19]?.path).toHaveLength(19)
    expect(items[19]).not.toHaveProperty('isPathCut')
    const { stdout } = await testamur(argv, { cwd })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('20,000 items')
    expect(lines.at(-1)?.trim()).toMatch(/^Example State Standards for Mathematics › … › C19979 › .* › C19998$/)
  }, 60_000)

  test('what would act upon a terminal is not printed', async () => {
    const evil = text.replace('"Expressions"', '"\\u001b[2JExpressions"')
    const cwd = await temporaryFolder({ 'framework.json': evil })
    const { stdout } = await testamur(['case', 'show', 'framework.json'], { cwd })
    expect(stdout).toContain('Expressions')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('case align', () => {
  const folder = (): Promise<string> =>
    temporaryFolder({
      'record.json': recordOf(college, 'Algebra I'),
      'other.json': recordOf(university, 'Mathematics 101'),
      'framework.json': text,
    })

  test('a record and a framework', async () => {
    const { code, stdout, stderr } = await testamur(['case', 'align', 'record.json', 'framework.json'], {
      cwd: await folder(),
    })
    expect(code).toBe(0)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '“Algebra I”',
      '├─ isAlignedWith ALG.4 “Quadratic equations”',
      '│  └─ Example College: “Algebra I” aligned with ALG.4 “Quadratic equations”',
    ])
    expect(stderr).toBe('record.json: 1 achievement aligns, 0 not; nothing of this was verified\n')
  })

  test('two records', async () => {
    const argv = [
      'case',
      'align',
      'record.json',
      'other.json',
      '--framework',
      'framework.json',
      '--relation',
      'isAlignedWith',
    ]
    const result = await resultOf<{ aligned: object[] }>(argv, { cwd: await folder() })
    expect(result).toMatchObject({
      aligned: [
        {
          relation: 'isAlignedWith',
          target: { name: 'Mathematics 101' },
          chain: [{ assertedBy: college }, { assertedBy: university }],
        },
      ],
      unaligned: [],
      isComplete: true,
    })
  })
})

describe('case fetch', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })
  /** A service with one framework; it wants a token where there is one to get. */
  async function serve(secret?: string): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const basic = `Basic ${Buffer.from(`client:${secret}`).toString('base64')}`
      if (request.url === '/token')
        response.end(JSON.stringify(request.headers.authorization === basic ? { access_token: 'canary' } : {}))
      else if (secret !== undefined && request.headers.authorization !== 'Bearer canary')
        response.writeHead(401).end('{}')
      else if (request.url?.includes('/CFDocuments'))
        response.end(JSON.stringify({ CFDocuments: [framework.CFDocument] }))
      else if (request.url?.endsWith(framework.CFDocument.identifier)) response.end(text)
      else response.writeHead(404).end('{}')
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
  }

  test('lists the frameworks of a service', async () => {
    const { url, asked } = await serve()
    const cwd = await temporaryFolder()
    const { code, stdout, stderr } = await testamur(['case', 'fetch', url, '--allow-http', '--title', 'Math'], { cwd })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${framework.CFDocument.identifier}  ${framework.CFDocument.title}\n`,
    })
    expect(stderr).toBe('1 framework\n')
    expect(asked[0]).toContain('filter=title~%27Math%27')
    const argv = ['case', 'fetch', url, '--allow-http', '-o', 'list.json']
    expect(await resultOf(argv, { cwd })).toMatchObject({
      documents: [{ title: framework.CFDocument.title }],
      problems: [],
    })
    expect(await jsonIn(cwd, 'list.json')).toMatchObject({ CFDocuments: [{ title: framework.CFDocument.title }] })
  })

  test('lists all frameworks of a service that gives few at a time, and names what it cannot list', async () => {
    const all = Array.from({ length: 12 }, (_, n) => ({ ...framework.CFDocument, identifier: `id-${n}`, odd: n }))
    const server = createServer((request, response) => {
      const offset = Number(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('offset'))
      response.end(JSON.stringify({ CFDocuments: [...all, null].slice(offset, offset + 5) }))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const result = await resultOf<{ documents: object[]; problems: object[]; losses: object[] }>(
      ['case', 'fetch', url, '--allow-http'],
      { cwd: await temporaryFolder() },
    )
    expect(result.documents).toHaveLength(12)
    expect(result.problems).toContainEqual(expect.objectContaining({ pointer: '/CFDocuments/12' }))
    expect(result.losses).toContainEqual(expect.objectContaining({ path: '/CFDocuments[1]/odd' }))
    expect(result.losses).toContainEqual(expect.objectContaining({ path: '/CFDocuments[13]' }))
  })

  test('gets a framework as a package of CASE 1.1', async () => {
    const { url } = await serve()
    const cwd = await temporaryFolder()
    const argv = ['case', 'fetch', url, '--allow-http', '--id', framework.CFDocument.identifier]
    expect((await testamur([...argv, '-o', 'framework.json'], { cwd })).stderr).toMatch(/: 10 items, 13 associations/)
    expect(await jsonIn(cwd, 'framework.json')).toEqual(framework)
    expect(await resultOf(argv, { cwd })).toMatchObject({ counts: { items: 10 }, package: framework, losses: [] })
  })

  test('gets a token, with a secret that no command line shows', async () => {
    const { url } = await serve('canary-secret')
    const cwd = await temporaryFolder()
    const argv = ['case', 'fetch', url, '--allow-http', '--token-url', `${url}/token`, '--client-id', 'client']
    const env = { TESTAMUR_CASE_CLIENT_SECRET: 'canary-secret' }
    expect((await testamur(argv, { cwd, env })).code).toBe(0)
    const wrong = await testamur(argv, { cwd, env: { TESTAMUR_CASE_CLIENT_SECRET: 'canary-wrong' } })
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('ERR_CASE_TOKEN')
    expect(wrong.stderr + wrong.stdout).not.toContain('canary')
    const none = await testamur(argv, { cwd, env: {} })
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('TESTAMUR_CASE_CLIENT_SECRET') })
  })

  test('a service that does not have it, or cannot be asked, is no fault of a document', async () => {
    const { url } = await serve()
    const cwd = await temporaryFolder()
    const fetchFrom = (...argv: string[]): Promise<Outcome> => testamur(['case', 'fetch', ...argv, '--json'], { cwd })
    expect(JSON.parse((await fetchFrom(url, '--allow-http', '--id', 'x')).stdout)).toMatchObject({
      error: { code: 'ERR_CASE_NOT_FOUND' },
    })
    expect(await fetchFrom(url)).toMatchObject({ code: 2, stderr: expect.stringContaining('ERR_CASE_REFUSED') })
    expect(await fetchFrom('frameworks')).toMatchObject({ code: 2, stderr: expect.stringContaining('ERR_USAGE') })
    expect(await fetchFrom(url, '--title', "Women's studies")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('single quote'),
    })
  })
})

describe('bad input', () => {
  const record = JSON.stringify(sampleRecord('did:example:issuer'))
  const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`
  const commands: Readonly<Record<string, readonly string[]>> = {
    'import case': ['import', 'case', 'input', '-o', 'out.json'],
    'case show': ['case', 'show', 'input'],
    'case align, target': ['case', 'align', 'record.json', 'input'],
    'case align, record': ['case', 'align', 'input', 'framework.json'],
    'case align, framework': ['case', 'align', 'record.json', 'framework.json', '--framework', 'input'],
  }
  const inputs: readonly (readonly [
    name: string,
    input: string | Uint8Array | undefined,
    code: number,
    reason: RegExp,
  ])[] = [
    ['no such file', undefined, 2, /there is no such file/],
    ['an empty file', '', 1, /The document is empty/],
    ['not JSON', '<html/>', 1, /ERR_(CASE|FILE)_NOT_JSON|web page/],
    ['truncated JSON', text.slice(0, 500), 1, /[Ll]ine \d+, column \d+/],
    ['binary', Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256), 1, /UTF-8|not JSON/],
    ['a member twice', '{"CFDocument": {"title": "a", "title": "b"}}', 1, /twice/],
    ['100,000 deep JSON', deep, 1, /nested too deeply/],
    ['a number', '1', 1, /ERR_CASE_NOT_CASE|ERR_FILE_CONTENT/],
    ['an empty array', '[]', 1, /ERR_CASE_NOT_CASE|ERR_FILE_CONTENT/],
    ['an empty object', '{}', 1, /ERR_CASE_NOT_CASE|ERR_FILE_CONTENT/],
    ['an empty document', '{"CFDocument": {}}', 1, /ERR_CASE_NOT_CASE|ERR_FILE_CONTENT/],
    [
      'an invalid record',
      '{"type": ["VerifiableCredential", "ClrCredential"], "credentialSubject": {"achievement": [null]}}',
      1,
      /not valid|ERR_CASE_NOT_CASE/,
    ],
    ['a list of documents', '{"CFDocuments": []}', 1, /ERR_CASE_NOT_CASE|ERR_FILE_CONTENT/],
  ]
  const cases = Object.entries(commands).flatMap(([command, argv]) =>
    inputs.map((input) => [command, argv, ...input] as const),
  )

  test.for(cases)('%s: %s%s', async ([, argv, , input, code, reason]) => {
    const files = { 'record.json': record, 'framework.json': text, ...(input !== undefined && { input }) }
    const cwd = await temporaryFolder(files)
    const plain = await testamur(argv, { cwd })
    const inJson = await testamur([...argv, '--json'], { cwd })
    expect({ plain: plain.code, inJson: inJson.code }, plain.stderr).toEqual({ plain: code, inJson: code })
    expect(plain.stderr).toMatch(reason)
    expect(plain.stderr).toContain('input')
    expect(JSON.parse(inJson.stdout)).toHaveProperty('error.code')
    expect(plain.stdout + plain.stderr).not.toMatch(/^ {4}at .*[/(]|node:internal/m)
    await expect(jsonIn(cwd, 'out.json')).rejects.toThrow('ENOENT')
  })
})
