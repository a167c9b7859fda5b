import type { Rule } from '../../interface.js'
import { contextList } from './context-list.js'
import { contextRelease } from './context-release.js'
import { keywords } from './keywords.js'
import { terms } from './terms.js'

/** Rules of the vocabularies that a credential names, and of the names it takes from them. */
export const contextRules: readonly Rule[] = [contextList, contextRelease, keywords, terms]
