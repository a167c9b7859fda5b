import { nodesIn } from './clr-source.js'
import { type CredentialView, type Put, putNotes, resultNamed } from './credential-view.js'

/** Reads a placement, service or activity outside the classroom out of its credential. */
export function readExperience(view: CredentialView, put: Put): void {
  const { source, node, achievement } = view
  const name = source.text(achievement, 'name')
  const [creator] = nodesIn(achievement, 'creator')
  const [, sponsor] = /^Learning experience(?: at (.+))?$/.exec(name ?? '') ?? []
  put('sponsor', sponsor ?? source.text(creator, 'name'))
  put('location', resultNamed(view, 'Placement location'))
  const [reflection] = nodesIn(node, 'evidence').filter((each) => each['name'] === "The learner's reflection")
  if (reflection !== undefined) {
    put('reflection', source.text(reflection, 'narrative'))
    source.useAll(reflection)
  }
  putNotes(view, put)
}

/** Reads what an experience of another issuer is called, which a transcript can say in a note only. */
export function readForeignExperience(view: CredentialView, put: Put): void {
  readExperience(view, (path, text) =>
    put(
      path.replace(/^notes\[(\d+)\]$/, (_, at) => `notes[${Number(at) + 1}]`),
      text,
    ),
  )
  put('notes[1]', view.source.text(view.achievement, 'name'))
}
