import type { JsonObject } from '@testamur/documents/json'
import type { Facts } from '../facts/index.js'
import { type ClrSource, nodesIn } from './clr-source.js'
import { readOrganization } from './read-organization.js'

/** Fields of a learner by identity type. All others are taken for numbers of agencies. */
const learnerFields: ReadonlyMap<string, string> = new Map([
  ['name', 'name/composite'],
  ['sourcedId', 'schoolAssignedId'],
])

/** Takes one fact, and says whether the transcript has it now. */
type PutFact = (path: string, text: string | undefined) => boolean

/**
 * Reads what surrounds the achievements: issuer, learner and what the record says of itself. Returns the paths at which
 * the transcript says something else already.
 */
export function readFrame(source: ClrSource, clr: JsonObject, facts: Facts): string[] {
  const contradicted: string[] = []
  const put: PutFact = (path, text) => {
    if (text === undefined || text === '') return false
    if (!facts.has(path)) facts.set(path, text)
    return facts.get(path) === text
  }
  const [issuer] = nodesIn(clr, 'issuer')
  // Who issues the record sends the transcript, unless the record remembers another sender.
  if (issuer !== undefined && !facts.has('/sender/names[1]')) {
    source.use(issuer, 'id')
    readOrganization(source, issuer, (path, text) => {
      if (!put(`/sender/${path}`, text) && text) contradicted.push(`/sender/${path}`)
    })
  }
  if (typeof clr['partial'] === 'boolean') {
    put('/document/completeness', clr['partial'] ? 'Partial' : 'Complete')
    source.use(clr, 'partial')
  }
  const { name, description } = clr
  const isTest = typeof name === 'string' && name.startsWith('TEST DOCUMENT: ')
  put('/document/process', isTest ? 'TEST' : undefined)
  const [official] = (typeof description === 'string' && /^(.+) transcript\.$/m.exec(description)?.slice(1)) || []
  put('/document/official', official)
  if (description === `${official} transcript.`) source.use(clr, 'description')
  readLearner(source, clr, put)
  return contradicted
}

function readLearner(source: ClrSource, clr: JsonObject, put: PutFact): void {
  const [subject] = nodesIn(clr, 'credentialSubject')
  let agencies = 0
  for (const identity of nodesIn(subject, 'identifier')) {
    const { hashed, identityType, identityHash } = identity
    if (typeof identityHash !== 'string' || typeof identityType !== 'string') continue
    if (hashed === true) {
      source.lose(identity, 'personal-data', 'It is a hash, from which nothing can be read back')
      continue
    }
    const known = learnerFields.get(identityType)
    const field = known ?? `agencyIdentifiers[${(agencies += 1)}]/value`
    if (!put(`/learner/${field}`, identityHash)) continue
    for (const member of ['identityHash', 'hashed']) source.use(identity, member)
    if (known !== undefined) source.use(identity, 'identityType')
  }
}
