import type { Alignment } from '../model/index.js'
import { alignment } from './alignment.js'
import { checkFields, requireNode, text, webAddress } from './framework-fields.js'

/** What {@link rsdAlignment} reads of a rich skill descriptor. Other fields are ignored. */
export interface RichSkillDescriptor {
  /** Address of the descriptor. */
  readonly id: string
  readonly skillName: string
  readonly skillStatement: string
}

/** Options of {@link rsdAlignment}. */
export interface RsdAlignmentOptions {
  /** Name of the collection that the skill was taken from. Default: none. */
  readonly collection?: string | undefined
}

const source = 'Rich Skill Descriptor'

/**
 * Returns the Alignment with a rich skill descriptor (RSD), of target type `ext:RichSkillDescriptor`. That the
 * descriptor exists is not checked.
 *
 * The specification has no term for RSDs. They have addresses and no CTID, and what is published at them calls itself
 * `RichSkillDescriptor`: a reader who is told `ceasn:Competency` would look for something else. For a skill that is in
 * the Credential Registry as well, use `ceasnAlignment` with its CTID.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` for an `id` that is no web address, an empty name or
 * statement.
 * @see [Open Skills Network, Rich Skill Descriptors](https://rsd.openskillsnetwork.org)
 * @example
 * ```ts
 * import { rsdAlignment } from '@testamur/credentials'
 *
 * export const troubleshooting = rsdAlignment(
 *   {
 *     id: 'https://skills.example/api/skills/7c9e2a54-1f0b-4b6d-8a3e-d2c45f6b9013',
 *     skillName: 'Network troubleshooting',
 *     skillStatement: 'Find the cause of a failing connection with standard tools.',
 *   },
 *   { collection: 'IT support' },
 * )
 * ```
 */
export function rsdAlignment(skill: RichSkillDescriptor, options: RsdAlignmentOptions = {}): Alignment {
  requireNode(source, skill)
  const { id, skillName, skillStatement } = skill
  checkFields(source, {
    id: webAddress(id),
    skillName: text(skillName),
    skillStatement: text(skillStatement),
  })
  return alignment({
    targetType: 'ext:RichSkillDescriptor',
    targetName: skillName,
    targetUrl: id,
    targetDescription: skillStatement,
    targetFramework: options.collection,
  })
}
