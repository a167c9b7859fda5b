import { canonicalJson } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceBytes, readReferenceJson, readReferenceText } from '../reference.js'

interface Vector {
  readonly input: string
  readonly expected: string
  readonly expectedHex: string
}

describeWithReference('JSON Canonicalization Scheme (RFC 8785): vectors of its author', () => {
  const folder = ['vectors', 'jcs-rfc8785']
  const vectors = readReferenceJson<Vector[]>(...folder, 'index.json')

  it('has vectors', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(4)
  })

  it.each(vectors)('$input', ({ input, expected, expectedHex }) => {
    const canonical = Buffer.from(canonicalJson(readReferenceJson(...folder, input)), 'utf8')
    expect(canonical.equals(readReferenceBytes(...folder, expected))).toBe(true)
    expect(canonical.toString('hex')).toBe(readReferenceText(...folder, expectedHex).replaceAll(/\s/g, ''))
  })
})
