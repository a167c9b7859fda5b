import type { Facts } from '../facts/index.js'
import { type CredentialView, type Put } from './credential-view.js'
import { readAward } from './read-award.js'
import { readCourse } from './read-course.js'
import { readExperience } from './read-experience.js'
import { readProgram } from './read-program.js'
import { readSummary } from './read-summary.js'
import { readSubtest } from './read-test.js'

/** Readers by the name of the list or field in which an entry stands. */
const readers: ReadonlyMap<string, (view: CredentialView, put: Put) => void> = new Map([
  ['courses', readCourse],
  ['awards', readAward],
  ['programs', readProgram],
  ['program', readProgram],
  ['summaries', readSummary],
  ['summary', readSummary],
  ['experiences', readExperience],
])

/** Reads a credential into the facts at its place. */
export function readAt(view: CredentialView, place: string, facts: Facts): void {
  const put = putter(facts, place)
  const field = /([A-Za-z]+)(?:\[\d+\])?$/.exec(place)?.[1] ?? ''
  if (field === 'subtests') readSubtest(view, put, putter(facts, place.slice(0, place.lastIndexOf('/'))))
  else if (field === 'courses') readCourse(view, aroundCourse(facts, place, put))
  else readers.get(field)?.(view, put)
}

/** Facts that are known already stand: the outline of a transcript knows more than a credential. */
function putter(facts: Facts, place: string): Put {
  return (path, text) => {
    if (text !== undefined && text !== '' && !facts.has(`${place}/${path}`)) facts.set(`${place}/${path}`, text)
  }
}

/**
 * A credential of a course says when and where it was taken, whether the course, its session or its record said so, or
 * nobody but the sender. What those say is not repeated with the course.
 */
function aroundCourse(facts: Facts, place: string, put: Put): Put {
  const session = /^\/records\[\d+\]\/sessions\[\d+\]/.exec(place)?.[0]
  const record = /^\/records\[\d+\]/.exec(place)?.[0]
  const known = [session && `${session}/school`, record && `${record}/school`, '/sender']
  const isOwnSchool = (name: string | undefined): boolean =>
    name === undefined || !known.some((parent) => parent && facts.get(`${parent}/names[1]`) === name)
  let ownsSchool = true
  const school: [path: string, text: string | undefined][] = []
  return (path, text) => {
    if (path === 'beginDate' || path === 'endDate') {
      const own = session === undefined ? undefined : facts.get(`${session}/term/${path}`)
      if (dayIn(own) !== text) put(path, text)
    } else if (path.startsWith('school/')) {
      if (path === 'school/names[1]') ownsSchool = isOwnSchool(text)
      if (path === 'school/overrideCode') school.push([path, text])
      else if (ownsSchool) for (const [each, value] of [...school.splice(0), [path, text] as const]) put(each, value)
    } else put(path, text)
  }
}

/** The day of a date, which may have a zone. */
function dayIn(date: string | undefined): string | undefined {
  return date?.slice(0, 10)
}
