import { contextUrls } from '@testamur/documents/contexts'
import { type TermFault, undefinedTerms } from '@testamur/documents/terms'
import type { FindingCode, Instance, ReportDetails, Rule } from '../../interface.js'
import { valuesAt } from '../../located.js'
import { allCredentials } from '../credential/credential-classes.js'

/**
 * Every name and type is defined by the contexts, and the contexts can be combined. What is not defined is in no
 * statement, so that no proof covers it; verifiers refuse it.
 */
export const terms: Rule = {
  id: 'terms',
  classes: [...allCredentials, 'VerifiablePresentation'],
  source: 'Open Badges 3.0, JSON-LD; JSON-LD 1.1 API §4 and §5',
  check: (credential, report, { contexts }) => {
    // The names inside an endorsement have been looked at with those of what holds it.
    if (credential.isEmbedded) return
    for (const fault of undefinedTerms(credential.value, { contexts })) {
      const { code, message, ...details } = explained(fault, credential)
      report(code, credential.pointer + fault.pointer, message, details)
    }
  },
}

interface Explanation extends ReportDetails {
  readonly code: FindingCode
  readonly message: string
}

/** What a fault is called and what to do about it. Types and identifiers are values: messages do not repeat them. */
function explained(fault: TermFault, credential: Instance): Explanation {
  const { code, name = '' } = fault
  switch (code) {
    case 'term-undefined':
      return {
        code,
        message: `${quoted(name)} is defined by none of the contexts here.`,
        hint: hintFor(name, credential),
      }
    case 'type-undefined':
      return name.startsWith('1EdTech')
        ? {
            code: 'context-extensions',
            message: 'Types of 1EdTech for schemas, status and refresh are defined by a context of their own.',
            hint: `Add \`${contextUrls.openBadgesExtensions}\` to \`@context\`.`,
          }
        : { code, message: 'This type is defined by none of the contexts here.', hint: ownContext }
    case 'context-conflict':
      return {
        code,
        message: 'This context redefines terms that one before it protects, so the two cannot be combined.',
        hint: outdatedOpenBadges.has(fault.url) ? `VCDM 2.0 needs \`${contextUrls.openBadges303}\`.` : undefined,
      }
    case 'context-unknown':
      return {
        code,
        message: 'This context is not known here, so the names in the credential could not be checked.',
        level: 'warning',
        hint: 'Pass its content as one of the `documents`.',
      }
    case 'context-invalid':
      return { code, message: 'This context breaks a rule of JSON-LD.' }
    case 'identifier-relative':
      return { code, message: 'This must be an absolute URI: a relative one means something else in every place.' }
    case 'terms-not-checked':
      return { code, message: 'Whether the names here are defined could not be told.', level: 'warning' }
  }
}

const ownContext = 'Define it in a context of your own, and name that in `@context`.'

/** Releases that redefine what VCDM 2.0 protects. */
const outdatedOpenBadges: ReadonlySet<string | undefined> = new Set([
  contextUrls.openBadges300,
  contextUrls.openBadges300Alias,
  contextUrls.openBadges301,
])

/** Terms of CLR 2.0 that its first context does not have. */
const laterClrTerms = new Set(['partial', 'identifier'])

function hintFor(name: string, credential: Instance): string {
  const isFirstClr = valuesAt(credential, '@context').some(({ value }) => value === contextUrls.clr200)
  return isFirstClr && laterClrTerms.has(name) ? `Name \`${contextUrls.clr201}\`, which has it.` : ownContext
}

/** Names of members are told as far as they are names. */
const quoted = (name: string): string => (/^[\w@:.-]{1,60}$/.test(name) ? `\`${name}\`` : 'This name')
