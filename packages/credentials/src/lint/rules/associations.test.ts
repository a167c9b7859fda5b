import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { associations } from './associations.js'

const subject = '/credentialSubject'
const first = `${subject}/association/0`
const web = 'https://university.example'
const association = (associationType: string, source: string, target: string) => ({
  type: 'Association',
  associationType,
  sourceId: `${web}/${source}`,
  targetId: `${web}/${target}`,
})
const withAssociation = (...entry: Parameters<typeof association>) =>
  changed(goodTranscript, `${subject}/association/2`, association(...entry))

describe('Q11', () => {
  it('takes courses that lead to a degree, by any association of hierarchy and over any number of steps', () => {
    expect(lintFindings(associations, goodTranscript)).toEqual([])
    const parent = changed(goodTranscript, first, association('isParentOf', 'bachelor-of-science', 'statics'))
    expect(lintFindings(associations, parent)).toEqual([])
    const chain = changed(goodTranscript, first, association('isChildOf', 'statics', 'dynamics'))
    expect(lintFindings(associations, chain)).toEqual([])
  })

  it('reports ends that are not in the record', () => {
    const dangling = changed(goodTranscript, `${first}/targetId`, 'urn:x')
    expect(lintFindings(associations, dangling)).toContain(`warning association-end-unknown ${first}/targetId`)
    const missing = changed(goodTranscript, `${first}/sourceId`, undefined)
    expect(lintFindings(associations, missing)).toContain(`warning association-end-unknown ${first}`)
  })

  it('reports a circle, once', () => {
    const circle = withAssociation('isPartOf', 'bachelor-of-science', 'dynamics')
    expect(lintFindings(associations, circle)).toEqual([`warning association-circle ${subject}/association/1`])
    const itself = withAssociation('isChildOf', 'statics', 'statics')
    expect(lintFindings(associations, itself)).toEqual([`warning association-circle ${subject}/association/2`])
    const related = withAssociation('isRelatedTo', 'bachelor-of-science', 'dynamics')
    expect(lintFindings(associations, related)).toEqual([])
  })

  it('reports what is said twice, the other way round too', () => {
    const repeated = [`warning association-repeated ${subject}/association/2`]
    expect(lintFindings(associations, withAssociation('isPartOf', 'statics', 'bachelor-of-science'))).toEqual(repeated)
    const child = changed(goodTranscript, `${first}/associationType`, 'isChildOf')
    const parent = association('isParentOf', 'bachelor-of-science', 'statics')
    expect(lintFindings(associations, changed(child, `${subject}/association/2`, parent))).toEqual(repeated)
  })

  it('reports a course that leads to no degree', () => {
    const apart = `warning course-apart ${subject}/verifiableCredential/0/credentialSubject/achievement`
    expect(lintFindings(associations, changed(goodTranscript, first, undefined))).toEqual([apart])
    const related = changed(goodTranscript, `${first}/associationType`, 'isRelatedTo')
    expect(lintFindings(associations, related)).toEqual([apart])
  })

  it('reports once that there are courses and no degree', () => {
    const course = changed(goodTranscript, `${subject}/achievement/0/achievementType`, 'Achievement')
    expect(lintFindings(associations, course)).toEqual([`warning program-missing ${subject}`])
  })

  it('says nothing of what compact text hides', () => {
    const hidden = changed(goodTranscript, `${subject}/verifiableCredential/0`, 'e30.e30.c2ln')
    expect(lintFindings(associations, hidden)).toEqual([
      'info compact-credential /credentialSubject/verifiableCredential/0',
    ])
  })
})
