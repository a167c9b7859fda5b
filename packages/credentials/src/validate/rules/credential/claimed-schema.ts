import type { ClassName, ClassNamev1p1 } from '../../../model/index.js'
import type { Instance, Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'
import { validateSchema } from '../../schema.js'
import { allCredentials } from './credential-classes.js'

/** Where 1EdTech publishes its schemas; those named `any…` take both versions of VCDM. */
const official =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob\/v3p0|clr\/v2p0)\/schema\/json(?:-ld)?\/(?:ob_v3p0|clr_v2p0)_(?:any)?(\w+)_schema\.json$/

/** What the official files are called after. */
const classNames: Readonly<Record<string, ClassName>> = {
  achievementcredential: 'AchievementCredential',
  clrcredential: 'ClrCredential',
  endorsementcredential: 'EndorsementCredential',
}

const members: ReadonlySet<string> = new Set(['credentialSchema'])

/** A credential meets the official schemas that it names in `credentialSchema`. Those of others are not known here. */
export const claimedSchema: Rule = {
  id: 'claimed-schema',
  classes: allCredentials,
  source: 'Open Badges 3.0, CredentialSchema',
  members: () => members,
  check: (credential, report) => {
    const faults = new Map<ClassName, string | undefined>()
    for (const { value, pointer } of objectsAt(credential, 'credentialSchema')) {
      const claimed = claimedClass(memberOf(value, 'id'))
      // That it meets the schema of its own class has been looked at already.
      if (claimed === undefined || claimed === credential.className) continue
      // Once for each class, however often it is named.
      if (!faults.has(claimed)) faults.set(claimed, faultOf(credential, claimed))
      const fault = faults.get(claimed)
      if (fault !== undefined) report('claimed-schema-unmet', pointer, fault)
    }
  },
}

function claimedClass(url: unknown): ClassName | undefined {
  const [, name = ''] = typeof url === 'string' ? (official.exec(url) ?? []) : []
  return Object.hasOwn(classNames, name) ? classNames[name] : undefined
}

function faultOf({ value, version }: Instance, claimed: ClassName): string | undefined {
  const findings = validateSchema(value, version === '1.1' ? (`${claimed}v1p1` as ClassNamev1p1) : claimed)
  const error = findings.find(({ level }) => level === 'error')
  return error && `The credential does not meet the schema it names, which is of \`${claimed}\`: ${error.message}`
}
