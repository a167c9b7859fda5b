import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describeWithReferenceAnd, referencePath } from '../reference.js'

// A second opinion on the transcript that the demo and the guides use; the first is libxml2-wasm's, in
// pesc-import.test.ts.
describeWithReferenceAnd('xmllint', 'xmllint', () => {
  it('finds the example transcript valid against PESC’s College Transcript 1.8', () => {
    const schema = referencePath('reference', 'pesc', 'xsd', 'college-1.8', 'CollegeTranscript_v1.8.0.xsd')
    const transcript = path.join(import.meta.dirname, '../../../examples/data/transcript.xml')
    const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, transcript], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${transcript} validates\n` })
  })
})
