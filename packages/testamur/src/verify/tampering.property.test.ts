import type { JsonObject } from '@testamur/documents'
import * as fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { course, now, record, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { verify } from './verify.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 150)

let university: TestIssuer
let text: string
/** Where each credential stands in the text, the innermost ones first. */
let places: { pointer: string; start: number; end: number }[]

beforeAll(async () => {
  university = await testIssuer()
  const college = await testIssuer()
  const transfer = await signed(course(college.id, 3), college)
  const clr = await signed(
    record(university.id, [course(university.id, 1), course(university.id, 2), transfer]),
    university,
  )
  text = JSON.stringify(clr)
  const inner = (clr['credentialSubject'] as { verifiableCredential: JsonObject[] }).verifiableCredential
  places = inner.map((credential, index) => {
    const start = text.indexOf(JSON.stringify(credential))
    return {
      pointer: `/credentialSubject/verifiableCredential/${index}`,
      start,
      end: start + JSON.stringify(credential).length,
    }
  })
})

/** Another text of the same context, under which the statements, and so what was signed, stay the same. */
const anotherKnownContext = /context-3\.0\.[012]\.json/

it('rejects any one changed byte of the record, of a proof or of an inner credential, and says where', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), async (nat, code) => {
      const position = nat % text.length
      const changed = text.slice(0, position) + String.fromCharCode(code) + text.slice(position + 1)
      fc.pre(changed !== text && !anotherKnownContext.test(changed))
      const report = await verify(changed, { offline: true, now })
      expect(report.outcome).toBe('rejected')
      const place = places.find(({ start, end }) => position >= start && position < end)?.pointer ?? ''
      const isReadable = report.checks[0]?.outcome === 'passed'
      if (isReadable)
        expect(report.errors.map(({ pointer }) => pointer)).toContainEqual(
          expect.stringMatching(new RegExp(`^${place}`)),
        )
    }),
    { numRuns },
  )
})

it('rejects a proof under any other key', async () => {
  const method = university.signer.verificationMethod
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 9, max: method.length - 1 }),
      fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
      async (position, character) => {
        const changed = method.slice(0, position) + character + method.slice(position + 1)
        fc.pre(changed !== method)
        const report = await verify(text.replaceAll(method, changed), { offline: true, now })
        expect(report.outcome).toBe('rejected')
      },
    ),
    { numRuns: Math.ceil(numRuns / 5) },
  )
})

it('never throws, whatever it is given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.object(), fc.json(), fc.uint8Array(), fc.string()), async (input) => {
      const report = await verify(input, { offline: true, now })
      expect(report.outcome).not.toBe('verified')
    }),
    { numRuns },
  )
})
