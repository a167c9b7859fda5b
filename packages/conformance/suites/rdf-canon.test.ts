import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashNodes, issueLabels } from '../../proofs/src/canonicalize/canonical-labels.js'
import { canonicalLines } from '../../proofs/src/canonicalize/canonical-order.js'
import { Declined } from '../../proofs/src/canonicalize/declined.js'
import type { Resource, Statements } from '../../proofs/src/canonicalize/statements.js'
import { canonicalForm } from '../../proofs/test/canonical-form.js'
import { quadsFromNQuads, statementsFromNQuads } from '../canonicalization/n-quads.js'
import { describeWithReference, readReferenceJson, readReferenceText } from '../reference.js'

interface Case {
  readonly id: string
  readonly name: string
  readonly type: 'canonicalize' | 'issued-identifiers-map' | 'must-fail'
  readonly input: string
  readonly expected?: string
  readonly hashAlgorithm?: string
}

/** Beyond what real records need: the suite has graphs that take it. */
const highWorkFactor = 3

function canonicalize(statements: Statements, hash: string, maxWorkFactor: number): string {
  const digest = (text: string): string => createHash(hash).update(text).digest('hex')
  issueLabels(hashNodes(statements, digest), { digest, maxWorkFactor })
  return canonicalLines(statements)
}

describeWithReference('The canonicaliser alone, on W3C’s RDFC-1.0 tests', () => {
  const read = (file: string): string => readReferenceText('vectors', 'rdf-canon', file)
  const tests = readReferenceJson<Case[]>('vectors', 'rdf-canon', 'index.json')
  const hashOf = ({ hashAlgorithm }: Case): string => (hashAlgorithm ?? 'SHA256').toLowerCase()
  const ofType = (type: Case['type']): Case[] => tests.filter((test) => test.type === type)

  it.each(ofType('canonicalize'))('$id $name', (test) => {
    const { statements } = statementsFromNQuads(read(test.input))
    expect(canonicalize(statements, hashOf(test), highWorkFactor)).toBe(read(test.expected as string))
  })

  it.each(ofType('canonicalize'))('$id stops where rdf-canonize does', async (test) => {
    const hash = hashOf(test) === 'sha256' ? 'SHA-256' : 'SHA-384'
    const expected = await canonicalForm(quadsFromNQuads(read(test.input)), hash)
    const { statements } = statementsFromNQuads(read(test.input))
    const outcome = (): string => canonicalize(statements, hashOf(test), 1)
    if (expected === undefined) expect(outcome).toThrow()
    else expect(outcome()).toBe(expected)
  })

  it.each(ofType('issued-identifiers-map'))('$id $name', (test) => {
    const { statements, blanks } = statementsFromNQuads(read(test.input))
    canonicalize(statements, hashOf(test), highWorkFactor)
    const issued = [...blanks].map(([label, { text }]: [string, Resource]) => [label, text.slice(2)])
    expect(Object.fromEntries(issued)).toEqual(JSON.parse(read(test.expected as string)))
  })

  it.each(ofType('must-fail'))('$id $name', (test) => {
    const { statements } = statementsFromNQuads(read(test.input))
    let thrown: unknown
    try {
      canonicalize(statements, hashOf(test), 1)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Declined)
  })
})
