import { beforeAll, expect, it } from 'vitest'
import { course, now, record, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import type { IssueOptions } from '../issue/interface.js'
import { issue } from '../issue/issue.js'
import type { VerifyOptions } from './options.js'
import { verify } from './verify.js'

const engines = ['fast', 'reference', 'both'] as const

let university: TestIssuer
let clr: object
/** A badge that says one thing in two spellings, which the fast path does not read. */
let twice: object
/** The context that defines it. */
const extension = 'https://registrar.example/context'
const documents = {
  [extension]: {
    '@context': {
      hours: { '@id': 'https://registrar.example/terms#hours', '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
    },
  },
}

beforeAll(async () => {
  university = await testIssuer()
  clr = await signed(record(university.id, [course(university.id, 1), course(university.id, 2)]), university)
  const badge = course(university.id, 3)
  twice = { ...badge, '@context': [...(badge['@context'] as string[]), extension], hours: [3, '3'] }
})

const judge = (document: object, options: VerifyOptions): ReturnType<typeof verify> =>
  verify(document, { offline: true, now, ...options })

it('signs and verifies the same with every engine', async () => {
  const { signer } = university
  const unsigned = record(university.id, [course(university.id, 1), course(university.id, 2)])
  const made = await Promise.all(engines.map((engine) => issue(unsigned, { signer, now, engine })))
  expect(made[1]).toEqual(made[0])
  expect(made[2]).toEqual(made[0])
  const [first, ...others] = await Promise.all(engines.map((engine) => judge(clr, { engine })))
  expect(first?.outcome).toBe('verified')
  for (const report of others) expect(report).toEqual(first)
})

it('asks the reference about what the fast path declines, unless it must not', async () => {
  const { signer } = university
  const reasonFor = (options: Partial<IssueOptions>): Promise<unknown> =>
    issue(twice, { signer, now, documents, validate: false, ...options }).catch(({ problems }) => problems[0].code)
  expect(await reasonFor({})).toBe('duplicate-statement')
  expect(await reasonFor({ engine: 'reference', fallback: 'reject' })).toBe('duplicate-statement')
  expect(await reasonFor({ fallback: 'reject' })).toBe('canonicalization-declined')

  const { proof } = await issue({ ...twice, hours: [3] }, { signer, now, documents, validate: false })
  const proofOf = async (options: VerifyOptions): Promise<unknown> =>
    (await judge({ ...twice, proof }, { documents, ...options })).checks.find(({ id }) => id === 'proof')?.problem?.code
  expect(await proofOf({})).toBe('signature-invalid')
  expect(await proofOf({ engine: 'reference', fallback: 'reject' })).toBe('signature-invalid')
  expect(await proofOf({ fallback: 'reject' })).toBe('canonicalization-declined')
})

it.each([{ engine: 'quick' }, { fallback: 'none' }, { crossCheckRate: 1.5 }, { crossCheckRate: Number.NaN }])(
  'refuses %o',
  async (options) => {
    await expect(verify(clr, options as VerifyOptions)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    const issued = issue(twice, { ...options, signer: university.signer } as IssueOptions)
    await expect(issued).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  },
)
