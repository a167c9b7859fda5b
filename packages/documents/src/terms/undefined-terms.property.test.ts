import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutatedDocument } from '../../test/mutated-documents.js'
import { safeModeReport } from '../../test/safe-mode.js'
import { scopedDocument } from '../../test/scoped-documents.js'
import { disagreement } from '../../test/term-agreement.js'
import { contextSource } from '../contexts/source.js'
import { undefinedTerms } from './undefined-terms.js'

const contexts = contextSource()
const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 50) * 5

describe('undefinedTerms', () => {
  it.each([
    ['changed samples', mutatedDocument],
    ['documents with scoped contexts', scopedDocument],
  ])('finds what jsonld.js in safe mode refuses, and nothing else: %s', async (_, documents) => {
    let fine = 0
    let faulty = 0
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const before = structuredClone(document)
        const faults = undefinedTerms(document)
        expect(document).toEqual(before)
        expect(disagreement(faults, await safeModeReport(document, contexts))).toBeUndefined()
        if (faults.length === 0) fine += 1
        else if (faults.every(({ code }) => code !== 'terms-not-checked')) faulty += 1
      }),
      { numRuns },
    )
    expect(fine).toBeGreaterThan(numRuns / 20)
    expect(faulty).toBeGreaterThan(numRuns / 3)
    expect(fine + faulty).toBeGreaterThan(numRuns * 0.75)
  })
})
