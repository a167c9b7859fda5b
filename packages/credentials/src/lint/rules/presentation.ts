import { childPointer, type JsonValue } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, memberOf } from '../../validate/located.js'
import type { LintRecord, LintRule } from '../interface.js'
import { sources } from '../sources.js'

type Code = 'image-missing' | 'image-caption-missing' | 'language-missing' | 'tags-missing' | 'endorsement-missing'

/** Q14: what makes an achievement easier to show, to find and to trust. */
export const presentation: LintRule<Code> = {
  id: 'Q14',
  title: 'Image, language, tags and endorsement',
  why: 'Wallets and web pages show the image first, and the rest of the achievement beside it.',
  source: sources.achievement,
  level: 'info',
  codes: {
    'image-missing': {},
    'image-caption-missing': {
      why: 'Who cannot see the image is told its caption instead.',
      source: sources.image,
    },
    'language-missing': { why: 'Screen readers, translators and search engines must know the language of a text.' },
    'tags-missing': { why: 'Tags are what people search by.' },
    'endorsement-missing': {
      why: 'The word of an employer or an accreditor tells a reader more than that of the issuer about itself.',
      source: sources.recommendedPractices,
    },
  },
  check: (record, report) => {
    const endorsed = endorsedIds(record)
    const endorsedCredentials = new Set(
      record.awards.filter(({ credential }) => isEndorsed(credential)).map(({ achievement }) => achievement.pointer),
    )
    for (const achievement of record.achievements) {
      const { pointer } = achievement
      if (!hasMember(achievement, 'image')) {
        report(
          'image-missing',
          pointer,
          'The achievement has no `image`: add one, with a `caption` that says what it shows.',
        )
      }
      if (!hasMember(achievement, 'inLanguage')) {
        report(
          'language-missing',
          pointer,
          'The achievement does not say its language: write `inLanguage`, such as `en-US`.',
        )
      }
      if (!hasMember(achievement, 'tag')) {
        report(
          'tags-missing',
          pointer,
          'The achievement has no `tag`: write the words that somebody would search it by.',
        )
      }
      const id = memberOf(achievement.value, 'id')
      if (isEndorsed(achievement) || endorsedCredentials.has(pointer) || (id !== undefined && endorsed.has(id)))
        continue
      report(
        'endorsement-missing',
        pointer,
        'Nobody endorses the achievement: add an `endorsement` of one who values it.',
      )
    }
    for (const image of record.instancesOf('Image')) {
      if (hasMember(image, 'caption')) continue
      const place = hasMember(image, 'id') ? childPointer(image.pointer, 'id') : image.pointer
      report('image-caption-missing', place, 'The image has no `caption`: write what it shows.')
    }
  },
}

const isEndorsed = (located: Located): boolean =>
  ['endorsement', 'endorsementJwt'].some((member) => hasMember(located, member))

/** What the endorsements that a record holds anywhere are about. */
const endorsedIds = ({ instancesOf }: LintRecord): ReadonlySet<JsonValue | undefined> =>
  new Set(instancesOf('EndorsementSubject').map(({ value }) => memberOf(value, 'id')))
