import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { achievementId } from './achievement-id.js'

const achievement = '/credentialSubject/achievement'
const id = `${achievement}/id`

describe('Q13', () => {
  it('takes addresses that last, and DIDs', () => {
    expect(lintFindings(achievementId, goodTranscript)).toEqual([])
    for (const good of ['did:web:university.example:welding', 'https://university.example/?course=welding']) {
      expect(lintFindings(achievementId, changed(goodMicrocredential, id, good))).toEqual([])
    }
  })

  it.each([
    [undefined, `warning achievement-id-missing ${achievement}`],
    ['urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2e00', `warning achievement-id-not-web ${id}`],
    ['urn:example:welding', `warning achievement-id-not-web ${id}`],
    ['https://', `warning achievement-id-not-web ${id}`],
    ['http://university.example/welding', `warning achievement-id-not-https ${id}`],
    ['https://localhost/welding', `warning achievement-id-unstable ${id}`],
    ['https://10.0.0.7/welding', `warning achievement-id-unstable ${id}`],
    ['https://[::1]/welding', `warning achievement-id-unstable ${id}`],
    ['https://build.local/welding', `warning achievement-id-unstable ${id}`],
    ['https://university.example/?token=1', `warning achievement-id-unstable ${id}`],
  ])('reports %s', (value, finding) => {
    expect(lintFindings(achievementId, changed(goodMicrocredential, id, value))).toEqual([finding])
  })

  it('asks for a version where the criteria of an achievement differ', () => {
    const second = '/credentialSubject/verifiableCredential/1/credentialSubject/achievement'
    const same = changed(goodTranscript, `${second}/id`, 'https://university.example/statics')
    expect(lintFindings(achievementId, same)).toEqual([`warning version-missing ${second}`])
    expect(lintFindings(achievementId, changed(same, `${second}/version`, '2'))).toEqual([])
    const criteria = {
      id: 'https://university.example/statics/criteria',
      narrative: 'Pass every examination and project in Statics.',
    }
    expect(lintFindings(achievementId, changed(same, `${second}/criteria`, criteria)), 'the same twice').toEqual([])
  })

  it('asks for a version beside that of a related achievement', () => {
    const related = [{ id: 'https://university.example/welding-1', type: ['Related'], version: '1' }]
    const sibling = changed(goodMicrocredential, `${achievement}/related`, related)
    expect(lintFindings(achievementId, sibling)).toEqual([`warning version-missing ${achievement}`])
    expect(lintFindings(achievementId, changed(sibling, `${achievement}/version`, '2'))).toEqual([])
  })
})
