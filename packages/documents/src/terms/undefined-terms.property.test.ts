import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeModeReport } from '../../test/safe-mode.js'
import { disagreement } from '../../test/term-agreement.js'
import { mutatedDocument, ownDocument } from '../../test/term-mutations.js'
import { contextSource } from '../contexts/source.js'
import { undefinedTerms } from './undefined-terms.js'

const contexts = contextSource()

describe('undefinedTerms', () => {
  it('finds what jsonld.js in safe mode refuses, and nothing else', async () => {
    const why = new Map<string, number>()
    const counts = { fine: 0, faulty: 0, unchecked: 0 }
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutatedDocument, ownDocument), async (document) => {
        const before = JSON.stringify(document)
        const faults = undefinedTerms(document)
        expect(JSON.stringify(document)).toBe(before)
        expect(undefinedTerms(document)).toEqual(faults)
        const found = disagreement(faults, await safeModeReport(document, contexts))
        if (found !== undefined)
          throw new Error(
            `${found}: ${JSON.stringify(faults.map(({ code, pointer, reason }) => [code, pointer, reason]))}`,
          )
        for (const f of faults)
          if (f.code === 'terms-not-checked') why.set(f.reason ?? '', (why.get(f.reason ?? '') ?? 0) + 1)
        if (faults.length === 0) counts.fine += 1
        else if (faults.some(({ code }) => code === 'terms-not-checked')) counts.unchecked += 1
        else counts.faulty += 1
      }),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) * 10 },
    )
    console.log(
      counts,
      [...why]
        .sort((a, b) => b[1] - a[1])
        .map((x) => x.join(' '))
        .join('\n'),
    )
  })
})
