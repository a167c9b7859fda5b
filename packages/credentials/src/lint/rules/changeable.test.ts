import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { changeable } from './changeable.js'

const inner = (index: number) => `/credentialSubject/verifiableCredential/${index}`
const bare = changed(goodTranscript, '/credentialStatus', undefined)
const status = { id: 'https://university.example/status/2', type: '1EdTechRevocationList' }

describe('Q15', () => {
  it('takes records with a status or a refresh service, and those that do not change', () => {
    expect(lintFindings(changeable, goodTranscript)).toEqual([])
    expect(lintFindings(changeable, changed(bare, '/refreshService', status))).toEqual([])
    expect(lintFindings(changeable, goodMicrocredential)).toEqual([])
  })

  it('reports once what can change', () => {
    expect(lintFindings(changeable, bare)).toEqual([
      'warning in-progress-without-status ',
      'warning average-without-status ',
    ])
    const another = changed(bare, `${inner(0)}/credentialSubject/result/1/status`, 'InProgress')
    expect(lintFindings(changeable, another)).toHaveLength(2)
  })

  it('takes a status of the very credential', () => {
    const own = changed(bare, `${inner(1)}/credentialStatus`, status)
    expect(lintFindings(changeable, own)).toEqual(['warning average-without-status '])
  })

  it.each(['Completed', 'Failed', 'Withdrew'])('takes %s for final', (state) => {
    const final = changed(bare, `${inner(1)}/credentialSubject/result/0/status`, state)
    expect(lintFindings(changeable, final)).toEqual(['warning average-without-status '])
  })
})
