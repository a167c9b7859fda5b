import { childPointer } from '@testamur/documents/json'
import { hasMember, isObject } from '../../validate/located.js'
import type { LintRecord, LintReport, LintRule } from '../interface.js'
import { isBirthDate, tellsBirthDate } from '../personal-data/birth-dates.js'
import { holdsIdentityNumber, isIdentityNumberName } from '../personal-data/identity-numbers.js'
import { type Member, membersIn } from '../personal-data/members.js'
import { holdsEmailAddress, plainIdentities } from '../personal-data/plain-identity.js'
import { type SensitiveFacts, sensitiveFacts } from '../personal-data/sensitive-facts.js'
import { textAt } from '../read.js'
import { sources } from '../sources.js'

type Code = 'identity-number' | 'birth-date' | 'identity-plain' | 'email-in-text' | 'sensitive-fact'

const shownWhy = 'Learners show a record to strangers, who could read off it who they are and how to reach them.'

/** Q12: nothing of the person is in the record that it can do without. */
export const personalData: LintRule<Code> = {
  id: 'Q12',
  title: 'No personal data that a record can do without',
  why: 'A signed record is copied and kept by many, and nothing can be taken back out of it.',
  source: sources.privacy,
  level: 'error',
  codes: {
    'identity-number': {
      why: 'With an identity number of a state others can pretend to be the learner. Hashing hides it badly: all can be tried.',
    },
    'birth-date': { why: 'A date of birth together with a name is what banks and offices ask to know a person by.' },
    'identity-plain': { why: shownWhy, source: sources.identityObject },
    'email-in-text': { why: shownWhy },
    'sensitive-fact': {
      why: 'Health and origin have nothing to do with what was learned, and can be held against the learner for life.',
    },
  },
  check: (record, report) => {
    const facts = sensitiveFacts(record.settings.sensitiveTopics)
    const { hashedIdentity } = record.settings
    for (const member of membersIn(record.document)) {
      checkNumbersAndDates(member, report)
      checkTopics(member, facts, report)
      if (hashedIdentity) checkEmailAddress(member, report)
    }
    checkIdentityTypes(record, facts, report)
    checkResults(record, report)
    for (const pointer of hashedIdentity ? plainIdentities(record) : []) {
      const message = 'The name or e-mail address of the learner stands in clear: hash it, as `identityObject` does.'
      report('identity-plain', pointer, message)
    }
  },
}

const numberMessage = 'This looks like a social security number, or another identity number of a state: leave it out.'
const birthMessage = 'This looks like a date of birth: leave it out.'

function checkNumbersAndDates({ name, value, pointer }: Member, report: LintReport<Code>): void {
  if (isObject(value)) return
  const text = String(value)
  if (isIdentityNumberName(name) || holdsIdentityNumber(text)) report('identity-number', pointer, numberMessage)
  if (isBirthDate(name, text) || tellsBirthDate(text)) report('birth-date', pointer, birthMessage)
}

/** The description of a credential may say how to reach the issuer; that of evidence has no reason to. */
function checkEmailAddress(member: Member, report: LintReport<Code>): void {
  const { name, value, pointer, isAboutLearner } = member
  if (!isAboutLearner || typeof value !== 'string' || !isProse(member) || !holdsEmailAddress(value)) return
  if (name === 'description' && !/\/evidence(?:\/\d+)?\/description$/.test(pointer)) return
  report('email-in-text', pointer, 'The text holds an e-mail address: leave it out.')
}

/** A result may be named after what it gives away. */
function checkResults({ awards }: LintRecord, report: LintReport<Code>): void {
  for (const { result, description } of awards.flatMap(({ results }) => results)) {
    const [value, name] = [textAt(result, 'value'), description === undefined ? '' : textAt(description, 'name')]
    const place = childPointer(result.pointer, 'value')
    if (value === '') continue
    if (isIdentityNumberName(name) && !holdsIdentityNumber(value)) report('identity-number', place, numberMessage)
    if (isBirthDate(name, value)) report('birth-date', place, birthMessage)
  }
}

/** A topic is told by the name of a member, by that of a kind of result, or in a text about the learner. */
function checkTopics(member: Member, facts: SensitiveFacts, report: LintReport<Code>): void {
  const { name, value, pointer, isAboutLearner } = member
  const topic =
    facts.topicOfLabel(name) ??
    (isObject(value) && hasMember({ value, pointer }, 'resultType')
      ? facts.topicOfLabel(textAt({ value, pointer }, 'name'))
      : undefined) ??
    (isAboutLearner && typeof value === 'string' && isProse(member) ? facts.topicOfText(value) : undefined)
  if (topic !== undefined) report('sensitive-fact', pointer, tellsOf(topic))
}

const tellsOf = (topic: string): string => `This seems to tell of the ${topic} of the learner: leave it out.`

/** Titles name subjects that are taught, and addresses are no prose. */
const titles: ReadonlySet<string> = new Set(['id', 'name', 'genre', 'audience', 'term', 'tag', 'identityHash'])

const isProse = ({ name, value }: Member): boolean =>
  !titles.has(name) && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(String(value))

function checkIdentityTypes({ instancesOf }: LintRecord, facts: SensitiveFacts, report: LintReport<Code>): void {
  const identities = instancesOf('IdentityObject')
  const types = [
    ...identities.map((each) => ({ each, member: 'identityType' })),
    ...instancesOf('IdentifierEntry').map((each) => ({ each, member: 'identifierType' })),
  ]
  for (const { each, member } of types) {
    const topic = facts.topicOfLabel(textAt(each, member))
    if (topic !== undefined) report('sensitive-fact', childPointer(each.pointer, member), tellsOf(topic))
  }
  // The entries of profiles and achievements are those of institutions, which have national numbers too.
  for (const identity of identities) {
    if (!isIdentityNumberName(textAt(identity, 'identityType').replace(/^ext:/, ''))) continue
    const message = 'This is an identity number of a state, hashed or not: leave it out.'
    report('identity-number', childPointer(identity.pointer, 'identityType'), message)
  }
}
