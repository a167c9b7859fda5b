import { contextUrls } from '@testamur/documents/contexts'
import { type TermFault, undefinedTerms } from '@testamur/documents/terms'
import {
  type ClassName,
  type ContextName,
  contexts as knownContexts,
  structure,
  typesOf,
} from '../../../model/index.js'
import { didYouMean } from '../../hints.js'
import type { FindingCode, Instance, ReportDetails, Rule } from '../../interface.js'
import { memberOf, valuesAt } from '../../located.js'
import { isReleaseOf, nameText } from '../../messages.js'
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
    if (credential.isEmbedded || !namesItsVocabularies(credential)) return
    for (const fault of undefinedTerms(credential.value, { contexts })) {
      const { code, message, ...details } = explained(fault, credential)
      report(code, credential.pointer + fault.pointer, message, details)
    }
  },
}

/** False where contexts or types are missing that give all names their meaning: other rules say so, once. */
function namesItsVocabularies({ className, value, version }: Instance): boolean {
  const held = memberOf(value, '@context')
  if (!Array.isArray(held)) return false
  const base = version === '1.1' ? 'vcdm1' : 'vcdm2'
  const own = className === 'VerifiablePresentation' ? [] : (structure[className as ClassName].contexts ?? []).slice(1)
  const isThere = (name: ContextName): boolean => held.some((each) => isReleaseOf(name, each))
  const isTyped = className === 'VerifiablePresentation' || typesOf(value).includes('VerifiableCredential')
  return isTyped && held[0] === knownContexts[base]?.url && own.every(isThere)
}

interface Explanation extends ReportDetails {
  readonly code: FindingCode
  readonly message: string
}

/** What a fault is called and what to do about it. Types and identifiers are values: messages do not repeat them. */
function explained(fault: TermFault, credential: Instance): Explanation {
  const { code, name = '', reason } = fault
  switch (code) {
    case 'term-undefined':
      return {
        code,
        message: `A member ${nameText(name)} is defined by none of the contexts here.`,
        hint: memberHint(name, credential),
      }
    case 'type-undefined':
      return name.startsWith('1EdTech')
        ? {
            code: 'context-extensions',
            message: 'Types of 1EdTech for schemas, status and refresh are defined by a context of their own.',
            hint: `Add \`${contextUrls.openBadgesExtensions}\` to \`@context\`.`,
          }
        : {
            code,
            message: 'This type is defined by none of the contexts here.',
            hint: didYouMean(name, typeNames) ?? ownContext,
          }
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
        hint: 'Pass its content, an object with `@context`, as one of the `documents`.',
      }
    case 'context-invalid':
      return { code, message: `This context breaks a rule of JSON-LD${reason === undefined ? '' : `: ${reason}`}.` }
    case 'identifier-relative':
      return { code, message: 'This must be an absolute URI: a relative one means something else in every place.' }
    case 'terms-not-checked':
      return { code, message: 'Whether the names here are defined could not be told.', level: 'warning' }
  }
}

const ownContext = 'If it is your own, define it in a context and name that in `@context`.'

/** Releases that redefine what VCDM 2.0 protects. */
const outdatedOpenBadges: ReadonlySet<string | undefined> = new Set([
  contextUrls.openBadges300,
  contextUrls.openBadges300Alias,
  contextUrls.openBadges301,
])

/** Names of the data model: its members, and the types of its classes. */
const memberNames = [...new Set(Object.values(structure).flatMap(({ properties }) => Object.keys(properties)))]
const typeNames = [...new Set(Object.values(structure).flatMap(({ types = [] }) => types.flat()))]

/** Terms of CLR 2.0 that its first context does not have. */
const laterClrTerms = new Set(['partial', 'identifier'])

function memberHint(name: string, credential: Instance): string {
  const isFirstClr = valuesAt(credential, '@context').some(({ value }) => value === contextUrls.clr200)
  if (isFirstClr && laterClrTerms.has(name)) return `Name \`${contextUrls.clr201}\`, which has it.`
  if (memberNames.includes(name)) return 'It has a meaning elsewhere: look at the `type` of the object it stands in.'
  return didYouMean(name, memberNames) ?? ownContext
}
