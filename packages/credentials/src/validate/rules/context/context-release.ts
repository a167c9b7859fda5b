import { childPointer } from '@testamur/documents/json'
import type { ClassName } from '../../../model/index.js'
import { contexts, knownCredentials, structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { valuesAt } from '../../located.js'
import { isReleaseOf } from '../../messages.js'

const members: ReadonlySet<string> = new Set(['@context'])

const currentUrls: ReadonlySet<unknown> = new Set([contexts.vcdm2.url, contexts.clr.url, contexts.ob.url])

/** A credential that is written today follows VCDM 2.0 and names the current release of each context. */
export const contextRelease: Rule = {
  id: 'context-release',
  classes: knownCredentials,
  source: 'Open Badges 3.0 and CLR 2.0, @context; releases of the contexts',
  members: () => members,
  isFine: (value) => Array.isArray(value) && value.every((url) => currentUrls.has(url)),
  check: (credential, report) => {
    if (credential.version === '1.1') {
      const message = 'This credential follows VCDM 1.1. Verifiers read it; new ones follow VCDM 2.0.'
      const place = childPointer(credential.pointer, '@context')
      return report('context-outdated', place, message, { level: 'warning' })
    }
    const names = structure[credential.className as ClassName].contexts ?? []
    for (const { value, pointer } of valuesAt(credential, '@context')) {
      const name = names.find((each) => isReleaseOf(each, value))
      const current = name && contexts[name]
      if (current === undefined || current.url === value) continue
      const message = `This is an earlier release of ${current.title.replace(/^an? /, 'the ')}.`
      report('context-outdated', pointer, message, { level: 'warning', hint: `The current one is \`${current.url}\`.` })
    }
  },
}
