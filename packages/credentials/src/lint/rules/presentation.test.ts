import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed, endorsement } from '../../../test/samples.js'
import { presentation } from './presentation.js'

const achievement = '/credentialSubject/achievement'

describe('Q14', () => {
  it('takes what has image, language, tags and endorsement', () => {
    expect(lintFindings(presentation, goodTranscript)).toEqual([])
  })

  it.each([
    ['image', undefined, `info image-missing ${achievement}`],
    ['image/caption', undefined, `info image-caption-missing ${achievement}/image/id`],
    ['inLanguage', undefined, `info language-missing ${achievement}`],
    ['tag', [], `info tags-missing ${achievement}`],
    ['endorsement', undefined, `info endorsement-missing ${achievement}`],
  ])('reports %s: %j', (member, value, finding) => {
    expect(lintFindings(presentation, changed(goodMicrocredential, `${achievement}/${member}`, value))).toEqual([
      finding,
    ])
  })

  it('takes an endorsement of the achievement, of its credential, or of its id', () => {
    const bare = changed(goodMicrocredential, `${achievement}/endorsement`, undefined)
    const ofAchievement = changed(endorsement, '/credentialSubject/id', 'https://university.example/welding')
    expect(lintFindings(presentation, changed(bare, `${achievement}/endorsementJwt`, ['e30.e30.c2ln']))).toEqual([])
    expect(lintFindings(presentation, changed(bare, '/endorsement', [endorsement]))).toEqual([])
    expect(lintFindings(presentation, changed(bare, '/issuer/endorsement', [ofAchievement]))).toEqual([])
    expect(lintFindings(presentation, changed(bare, '/issuer/endorsement', [endorsement]))).toEqual([
      `info endorsement-missing ${achievement}`,
    ])
  })
})
