import { achievementCredential, clrCredential, endorsementCredential } from '@testamur/credentials'
import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeInputs, endorsementInputs, recordInputs } from '../../credentials/test/builder-inputs.js'
import { compare } from '../canonicalization/compare.js'

const contexts = contextSource()
const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 50)

/** Numbers as people write them: the reference refuses those of many digits, and nothing else of what is built. */
function withPlainNumbers(credential: object): JsonObject {
  const text = JSON.stringify(credential, (_, value) => (typeof value === 'number' ? Math.round(value) % 1000 : value))
  return JSON.parse(text) as JsonObject
}

async function expectFast(credential: object): Promise<void> {
  const { plain } = await compare(withPlainNumbers(credential), { contexts })
  expect(plain).toBe('equal')
}

describe('The fast canonicaliser on what builders build, against jsonld.js and rdf-canonize', () => {
  it('reads every badge', async () => {
    await fc.assert(
      fc.asyncProperty(badgeInputs, (input) => expectFast(achievementCredential(input))),
      { numRuns },
    )
  })

  it('reads every record', async () => {
    await fc.assert(
      fc.asyncProperty(recordInputs, (input) => expectFast(clrCredential(input))),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  it('reads every endorsement', async () => {
    await fc.assert(
      fc.asyncProperty(endorsementInputs, (input) => expectFast(endorsementCredential(input))),
      { numRuns },
    )
  })
})
