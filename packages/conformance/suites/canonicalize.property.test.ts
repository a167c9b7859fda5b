import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../canonicalization/compare.js'
import { tasks } from '../canonicalization/documents.js'

const contexts = contextSource()
const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100) * 20

describe('The fast canonicaliser on made-up documents, against jsonld.js and rdf-canonize', () => {
  it('accepts nothing that the reference refuses, and comes to the same form', async () => {
    let plainEqual = 0
    let anyEqual = 0
    await fc.assert(
      fc.asyncProperty(tasks, async ({ document, ...options }) => {
        const { plain, any } = await compare(document, { ...options, contexts })
        expect([plain, any]).not.toContain('WRONG')
        if (plain === 'equal') plainEqual += 1
        if (any === 'equal') anyEqual += 1
      }),
      { numRuns },
    )
    expect(plainEqual).toBeGreaterThan(numRuns / 10)
    expect(anyEqual).toBeGreaterThan(numRuns / 5)
  })
})
