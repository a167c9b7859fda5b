import { type Rule, rules } from '@testamur/credentials/validate'

/**
 * The rules but the one of undefined names: what a proof covers is asked of the statements that it covers, when they are
 * made.
 */
export const rulesButNames: readonly Rule[] = rules.filter(({ id }) => id !== 'terms')
