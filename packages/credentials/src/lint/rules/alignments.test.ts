import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { alignments } from './alignments.js'

const achievement = '/credentialSubject/achievement'
const first = `${achievement}/alignment/0`
const ctid = 'ce-5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11'
const aligned = (members: Record<string, string | undefined>) =>
  Object.entries(members).reduce(
    (document, [member, value]) => changed(document, `${first}/${member}`, value),
    goodMicrocredential,
  )

describe('Q04', () => {
  it('takes alignments that can be followed, and types that need none', () => {
    expect(lintFindings(alignments, goodMicrocredential)).toEqual([])
    expect(lintFindings(alignments, goodTranscript)).toEqual([])
  })

  it('asks microcredentials and badges for an alignment, or for the mark that there is no framework', () => {
    const bare = changed(goodMicrocredential, `${achievement}/alignment`, undefined)
    const missing = [`warning alignment-missing ${achievement}`]
    expect(lintFindings(alignments, bare)).toEqual(missing)
    expect(lintFindings(alignments, changed(bare, `${achievement}/alignment`, []))).toEqual(missing)
    const badge = changed(bare, `${achievement}/achievementType`, 'Badge')
    expect(lintFindings(alignments, badge)).toEqual(missing)
    expect(lintFindings(alignments, changed(badge, `${achievement}/tag`, ['ext:noFramework']))).toEqual([])
    expect(lintFindings(alignments, changed(bare, `${achievement}/achievementType`, 'Course'))).toEqual([])
  })

  it.each([
    ['targetName', '', `warning alignment-name-missing ${first}`],
    ['targetType', undefined, `warning alignment-type-missing ${first}`],
    ['targetFramework', undefined, `warning alignment-framework-missing ${first}`],
  ])('reports %s: %j', (member, value, finding) => {
    expect(lintFindings(alignments, aligned({ [member]: value }))).toEqual([finding])
  })

  it('asks for an address that is safe to open', () => {
    const found = (targetUrl: string | undefined) =>
      lintFindings(alignments, aligned({ targetUrl, targetType: 'ext:Skill' }))
    expect(found('http://frameworks.example/1')).toEqual([`warning alignment-url-not-https ${first}/targetUrl`])
    expect(found('https://')).toEqual([`warning alignment-url-not-https ${first}/targetUrl`])
    expect(found(undefined)).toEqual([`warning alignment-url-not-https ${first}`])
  })

  it('asks nodes of CASE for their GUID', () => {
    const targetUrl = 'https://frameworks.example/items/17'
    for (const targetType of ['CFItem', 'CFRubricCriterion']) {
      expect(lintFindings(alignments, aligned({ targetType, targetUrl }))).toEqual([
        `warning case-identifier-missing ${first}`,
      ])
      const targetCode = '5B2C0F0A-6C1E-4D8E-9A53-0D1F7D0A4B11'
      expect(lintFindings(alignments, aligned({ targetType, targetUrl, targetCode }))).toEqual([])
    }
  })

  it('asks nodes of CTDL for their CTID', () => {
    for (const targetType of ['ceterms:Credential', 'ceasn:Competency', 'CTDL']) {
      // A GUID alone is not enough: the one of the sample stands in its address.
      expect(lintFindings(alignments, aligned({ targetType }))).toEqual([`warning ctid-missing ${first}`])
      expect(lintFindings(alignments, aligned({ targetType, targetCode: ctid }))).toEqual([])
      const targetUrl = `https://credentialfinder.example/resources/${ctid}`
      expect(lintFindings(alignments, aligned({ targetType, targetUrl }))).toEqual([])
    }
  })

  it('looks at alignments wherever they stand', () => {
    const described = `${achievement}/resultDescription/0/alignment`
    const document = changed(goodMicrocredential, described, [{ type: ['Alignment'], targetName: 'Scale' }])
    expect(lintFindings(alignments, document)).toContain(`warning alignment-url-not-https ${described}/0`)
  })
})
