import { describe, expect, it } from 'vitest'
import { now, profileWith } from '../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../test/lint-samples.js'
import { changed, endorsement } from '../../test/samples.js'
import type { LintRule } from './index.js'
import { lint, lintProfiles, lintRules } from './index.js'

const first = '/credentialSubject/verifiableCredential/0'
const codes = (document: unknown, options = {}) =>
  lint(document, { now, ...options }).findings.map(({ rule, level, code, pointer }) =>
    [rule, level, code, pointer].join(' '),
  )

describe('lint', () => {
  it('says where, what, why, and where the advice comes from', () => {
    const document = changed(goodMicrocredential, '/credentialSubject/achievement/achievementType', undefined)
    const { valid, findings } = lint(document, { profile: 'degree', now })
    expect(valid).toBe(false)
    expect(findings).toEqual([
      {
        rule: 'Q02',
        level: 'error',
        code: 'achievement-type-missing',
        pointer: '/credentialSubject/achievement',
        message: expect.stringContaining('`achievementType`'),
        why: expect.stringContaining('type'),
        source: 'https://www.imsglobal.org/spec/ob/v3p0/#achievementtype',
      },
    ])
  })

  it('is advice only, unless a profile is asked for', () => {
    const document = changed(goodMicrocredential, '/credentialSubject/achievement/name', 'TBD')
    expect(lint(document, { now }).valid).toBe(true)
    expect(codes(document)).toEqual(['Q01 warning name-boilerplate /credentialSubject/achievement/name'])
    expect(lint(document, { profile: 'recognition', now }).valid).toBe(false)
  })

  it('looks at each credential inside, and at those inside that', () => {
    const inner = changed(goodTranscript, `${first}/credentialSubject/achievement/achievementType`, undefined)
    const outer = changed(goodTranscript, first, inner)
    expect(codes(outer)).toContain(
      `Q02 warning achievement-type-missing ${first}${first}/credentialSubject/achievement`,
    )
  })

  it('skips credentials that are compact text, and says so', () => {
    expect(codes(changed(goodTranscript, first, 'e30.e30.c2ln'))).toEqual([`document info compact-credential ${first}`])
  })

  it('says when there is nothing to look at', () => {
    for (const none of [undefined, null, 7, 'e30.e30.c2ln', []]) {
      expect(codes(none)).toEqual(['document error not-an-object '])
    }
    expect(codes({})).toEqual(['document warning not-a-record '])
    expect(codes(endorsement)).toEqual(['document warning not-a-record '])
    const deep = JSON.parse('{"a":'.repeat(200) + '1' + '}'.repeat(200))
    expect(codes(deep)).toEqual(['document error too-deep '])
  })

  it('goes by the clock it is given', () => {
    const document = changed(goodMicrocredential, '/awardedDate', '2026-06-02T00:00:00Z')
    const early = ['Q09 warning award-in-future /awardedDate']
    expect(codes(document)).toEqual([])
    expect(codes(document, { now: new Date('2026-06-01T00:00:00Z') })).toEqual(early)
    expect(codes(document, { now: () => new Date('2026-06-01T00:00:00Z') })).toEqual(early)
    const farOff = changed(goodMicrocredential, '/awardedDate', '9000-01-01T00:00:00Z')
    expect(lint(farOff).findings.map(({ code }) => code)).toEqual(['award-in-future'])
  })
})

describe('profiles of one’s own', () => {
  const document = changed(goodMicrocredential, '/credentialSubject/achievement/image/caption', undefined)
  const { general } = lintProfiles
  const levelWith = (levels: (typeof general)['levels']) => codes(document, { profile: { ...general, levels } })

  it('raise, lower and switch off, a code before its rule', () => {
    const line = (level: string) => [`Q14 ${level} image-caption-missing /credentialSubject/achievement/image/id`]
    expect(levelWith({})).toEqual(line('info'))
    expect(levelWith({ Q14: 'error' })).toEqual(line('error'))
    expect(levelWith({ Q14: 'error', 'image-caption-missing': 'warning' })).toEqual(line('warning'))
    expect(levelWith({ Q14: 'off' })).toEqual([])
    expect(levelWith({ 'image-caption-missing': 'off' })).toEqual([])
  })

  it('add rules', () => {
    const rule: LintRule<'code-missing'> = {
      id: 'X01',
      title: 'Courses have a code',
      why: 'Our system finds courses by their code.',
      source: 'Registrar’s handbook, 2026',
      level: 'warning',
      codes: { 'code-missing': {} },
      check: ({ achievements }, report) => {
        for (const { value, pointer } of achievements) {
          if (value['humanCode'] === undefined) report('code-missing', pointer, 'Write `humanCode`.')
        }
      },
    }
    const profile = { ...general, rules: [...general.rules, rule] }
    expect(lint(goodMicrocredential, { profile, now })).toEqual({
      valid: true,
      findings: [
        {
          rule: 'X01',
          level: 'warning',
          code: 'code-missing',
          pointer: '/credentialSubject/achievement',
          message: 'Write `humanCode`.',
          why: rule.why,
          source: rule.source,
        },
      ],
    })
  })

  it('are refused where they do not fit together', () => {
    const thrown = expect.objectContaining({ code: 'ERR_INVALID_OPTION' })
    expect(() => lint({}, { profile: 'transcripts' as never })).toThrow(thrown)
    expect(() => lint({}, { profile: 'constructor' as never })).toThrow(thrown)
    const [rule] = lintRules
    if (rule === undefined) throw new Error('there is no rule')
    const broken = profileWith({ ...rule, codes: {}, check: (_, report) => report('other', '', '') })
    expect(() => lint({}, { profile: broken })).toThrow(thrown)
  })

  const refusal = (options: object): unknown => {
    try {
      lint(goodMicrocredential, options)
    } catch (error) {
      return error
    }
    return undefined
  }
  const refused = (message: string) =>
    expect.objectContaining({
      code: 'ERR_INVALID_OPTION',
      message: expect.stringMatching(new RegExp(`${message}.*\\. Give `)),
    })

  it.each([
    [null, 'lint profile'],
    [7, 'lint profile'],
    [{}, '`rules`'],
    [{ ...general, rules: [undefined] }, '`rules`'],
    [{ ...general, rules: [{ ...lintRules[0], check: 'check' }] }, '`rules`'],
    [{ ...general, levels: undefined }, '`levels`'],
    [{ ...general, levels: { Q01: 'fatal' } }, '`levels`'],
    [{ ...general, settings: null }, '`settings`'],
  ])('are refused when a member is malformed: %#', (profile, message) => {
    expect(refusal({ profile })).toEqual(refused(message))
  })

  it.each([
    ['minimumCriteriaLength', '40'],
    ['boilerplate', undefined],
    ['achievementTypeLabels', { 'ext:Bootcamp': 1 }],
    ['shownBy', 'hearsay'],
    ['hashedIdentity', 'no'],
    ['sensitiveTopics', [{ kind: 'health', labels: [] }]],
    ['practices', undefined],
    ['practices', [{ name: 'Service' }]],
    ['practices', [{ name: 'Service', tags: [], achievementTypes: 5 }]],
    ['practices', [{ name: 'Service', tags: [], levels: [{ tag: 'S1' }] }]],
    ['practices', [{ name: 'Service', tags: [], levels: [{ tag: 'S1', title: 'short', hours: 9 }] }]],
    ['practices', [{ name: 'Service', tags: [], levels: [{ tag: 'S1', title: 'short', hours: { max: '9' } }] }]],
    ['practices', [{ name: 'Service', tags: [], levels: [{ tag: 'S1', title: 'short', hours: { min: 0.5 } }] }]],
  ])('are refused for the setting %s: %j', (name, value) => {
    const profile = { ...general, settings: { ...general.settings, [name]: value } }
    expect(refusal({ profile })).toEqual(refused(`\`${name}\` cannot be used`))
  })

  it('take every setting in its full shape', () => {
    const settings = {
      ...general.settings,
      shownBy: 'evidence' as const,
      achievementTypeLabels: { 'ext:Bootcamp': 'Coding boot camp' },
      practices: [
        {
          name: 'Service',
          tags: ['S'],
          levels: [
            { tag: 'S1', title: 'short', hours: { min: 0, max: 9 } },
            { tag: 'S2', title: 'long' },
          ],
          achievementTypes: ['Course' as const],
        },
      ],
    }
    expect(refusal({ profile: { ...general, settings } })).toBeUndefined()
  })

  it.each(['x', 5, new Date('x'), () => 'x', null])('refuse a present that is no time: %s', (now) => {
    expect(refusal({ now })).toEqual(now === null ? undefined : refused('`now`'))
  })
})

describe('lintRules', () => {
  it('are Q01 to Q18', () => {
    const ids = Array.from({ length: 18 }, (_, index) => `Q${String(index + 1).padStart(2, '0')}`)
    expect(lintRules.map(({ id }) => id)).toEqual(ids)
  })

  it('say for each code why it matters and where it comes from, and have codes of their own', () => {
    const all = lintRules.flatMap(({ codes }) => Object.keys(codes))
    expect(new Set(all).size).toBe(all.length)
    for (const { title, why, source, codes } of lintRules) {
      for (const text of [title, why, source]) expect(text).not.toBe('')
      for (const [code, reason] of Object.entries(codes)) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
        expect([reason.why, reason.source]).not.toContain('')
      }
    }
  })
})
