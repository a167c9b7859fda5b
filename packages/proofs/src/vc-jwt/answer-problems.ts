import type { Problem } from '@testamur/documents'
import { problem } from '../problems.js'
import type { VcJwt } from './interface.js'

/** What a presentation is expected to answer; what is left out is not asked. */
export interface AnswerExpectations {
  readonly challenge?: string | undefined
  readonly domain?: string | undefined
}

/**
 * Returns why a presentation does not answer this verifier: its `nonce` is not the challenge (`proof-challenge`), or its
 * `aud` does not name the domain (`proof-domain`). Does not check the signature.
 *
 * @example
 * ```ts
 * import { answerProblems, parseVcJwt } from '@testamur/proofs/vc-jwt'
 *
 * const parsed = parseVcJwt('eyJ…')
 * if (parsed.ok) console.log(answerProblems(parsed.token, { challenge: 'cb1f', domain: 'verifier.example' }))
 * ```
 */
export function answerProblems({ claims }: VcJwt, { challenge, domain }: AnswerExpectations): readonly Problem[] {
  const problems: Problem[] = []
  if (challenge !== undefined && claims['nonce'] !== challenge) {
    const detail = 'The presentation does not answer the challenge that was set (`nonce`).'
    problems.push(problem('proof-challenge', '/nonce', detail))
  }
  if (domain !== undefined && ![claims['aud']].flat().includes(domain)) {
    problems.push(problem('proof-domain', '/aud', 'The presentation is meant for another verifier (`aud`).'))
  }
  return problems
}
