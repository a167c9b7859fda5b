import type { JsonObject } from '@testamur/documents/json'
import type { Facts } from '../facts/index.js'
import { type ClrSource, nodesIn } from './clr-source.js'
import { readOrganization } from './read-organization.js'

/** Reads what surrounds the achievements: issuer, learner and what the record says of itself. */
export function readFrame(source: ClrSource, clr: JsonObject, facts: Facts): void {
  const put = (path: string, text: string | undefined): void => {
    if (text !== undefined && text !== '' && !facts.has(path)) facts.set(path, text)
  }
  const [issuer] = nodesIn(clr, 'issuer')
  if (issuer !== undefined) readOrganization(source, issuer, (path, text) => put(`/sender/${path}`, text))
  if (typeof clr['partial'] === 'boolean') {
    put('/document/completeness', clr['partial'] ? 'Partial' : 'Complete')
    source.use(clr, 'partial')
  }
  const description = typeof clr['description'] === 'string' ? clr['description'] : ''
  const isTest = typeof clr['name'] === 'string' && clr['name'].startsWith('TEST DOCUMENT: ')
  put('/document/process', isTest ? 'TEST' : undefined)
  const [, official] = /^(.+) transcript\.$/m.exec(description) ?? []
  put('/document/official', official)
  if (official !== undefined || isTest) source.use(clr, 'description')
  readLearner(source, clr, put)
}

function readLearner(source: ClrSource, clr: JsonObject, put: (path: string, text: string | undefined) => void): void {
  const [subject] = nodesIn(clr, 'credentialSubject')
  let agencies = 0
  for (const identity of nodesIn(subject, 'identifier')) {
    const { hashed, identityType, identityHash } = identity
    if (typeof identityHash !== 'string' || typeof identityType !== 'string') continue
    if (hashed === true) {
      source.lose(identity, 'personal-data', 'It is a hash, from which nothing can be read back')
      continue
    }
    source.useAll(identity)
    if (identityType === 'name') put('/learner/name/composite', identityHash)
    else if (identityType === 'sourcedId') put('/learner/schoolAssignedId', identityHash)
    else put(`/learner/agencyIdentifiers[${(agencies += 1)}]/value`, identityHash)
  }
}
