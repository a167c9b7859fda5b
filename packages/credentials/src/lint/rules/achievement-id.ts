import { childPointer, type JsonValue } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, memberOf, objectsAt } from '../../validate/located.js'
import type { LintReport, LintRule } from '../interface.js'
import { isHttps, textAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'achievement-id-missing'
  | 'achievement-id-not-web'
  | 'achievement-id-not-https'
  | 'achievement-id-unstable'
  | 'achievement-page-unreachable'
  | 'version-missing'

const versionWhy = 'Learners earn what was asked in their year: the version tells which criteria those were.'

/** Q13: an achievement has a lasting id that can be opened, and a version where its criteria have changed. */
export const achievementId: LintRule<Code> = {
  id: 'Q13',
  title: 'Achievements have lasting ids, and versions',
  why: 'The id makes the same achievement of two learners the same, and leads to what is published about it.',
  source: sources.recommendedPractices,
  level: 'warning',
  codes: {
    'achievement-id-missing': { source: sources.achievement },
    'achievement-id-not-web': {},
    'achievement-id-not-https': {},
    'achievement-id-unstable': {},
    'achievement-page-unreachable': {},
    'version-missing': { why: versionWhy },
  },
  check: ({ achievements }, report) => {
    for (const achievement of achievements) checkId(textAt(achievement, 'id'), achievement, report)
    checkVersions(achievements, report)
  },
  links: ({ achievements }, link) => {
    for (const achievement of achievements) {
      const message = 'The address that is the `id` of the achievement does not open: publish the achievement there.'
      const place = childPointer(achievement.pointer, 'id')
      link(textAt(achievement, 'id'), 'achievement-page-unreachable', place, message)
    }
  },
}

function checkId(id: string, achievement: Located, report: LintReport<Code>): void {
  const place = childPointer(achievement.pointer, 'id')
  const advice = 'write the `https:` address where the achievement is published, the same in every credential.'
  if (id === '') {
    report('achievement-id-missing', achievement.pointer, `The achievement has no \`id\`: ${advice}`)
  } else if (/^http:/i.test(id)) {
    report('achievement-id-not-https', place, `The \`id\` cannot be opened safely: ${advice}`)
  } else if (!isHttps(id)) {
    // The documents of DIDs are published too.
    if (!/^did:/i.test(id)) report('achievement-id-not-web', place, `Nobody can open the \`id\`: ${advice}`)
  } else if (isUnstable(new URL(id))) {
    report('achievement-id-unstable', place, `The \`id\` is an address that will not last: ${advice}`)
  }
}

/** Addresses of one machine or one network, and those that carry a session or a key. */
function isUnstable({ hostname, searchParams }: URL): boolean {
  const names = [...searchParams.keys()]
  return (
    /^(?:localhost|\[.*\]|[\d.]+|.*\.(?:local|internal|localhost))$/i.test(hostname) ||
    names.some((name) => /^(?:session|sid|jsessionid|token|expires|signature|x-amz-.*)$/i.test(name))
  )
}

/** The same id with other criteria is another version; so is what has a sibling with a version. */
function checkVersions(achievements: readonly Located[], report: LintReport<Code>): void {
  const known = new Map<JsonValue, string>()
  for (const achievement of achievements) {
    const id = memberOf(achievement.value, 'id')
    if (hasMember(achievement, 'version') || typeof id !== 'string') continue
    const criteria = JSON.stringify(memberOf(achievement.value, 'criteria') ?? null)
    const message = 'The achievement has no `version`, and there are two: write which one this is.'
    const hasOther = known.has(id) && known.get(id) !== criteria
    const hasSibling = objectsAt(achievement, 'related').some((related) => hasMember(related, 'version'))
    if (hasOther || hasSibling) report('version-missing', achievement.pointer, message)
    if (!known.has(id)) known.set(id, criteria)
  }
}
