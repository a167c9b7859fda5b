import { nodesIn } from './clr-source.js'
import { type CredentialView, type Put, taggedValues } from './credential-view.js'

const programCodes = ['SecondarySchool', 'CIP', 'HEGIS', 'CSIS', 'USIS', 'ESIS', 'Local']

/** Reads a programme, major or minor out of its credential. */
export function readProgram(view: CredentialView, put: Put): void {
  const { source, achievement } = view
  put('name', source.text(achievement, 'name'))
  put('type', taggedValues(view, 'AcademicProgramType')[0])
  for (const entry of nodesIn(achievement, 'otherIdentifier')) {
    const { identifierType, identifier } = entry
    const code = programCodes.find((each) => identifierType === `ext:${each}`)
    if (code === undefined || typeof identifier !== 'string') continue
    put(`codes/${code}`, identifier)
    source.useAll(entry)
  }
}
