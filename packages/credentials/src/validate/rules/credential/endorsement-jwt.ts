import { type JsonObject, parseJson } from '@testamur/documents/json'
import { isEndorsementCredential } from '../../../model/index.js'
import { vcdmVersionOf } from '../../instances.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf, valuesAt } from '../../located.js'
import { validateSchema } from '../../schema.js'

const members: ReadonlySet<string> = new Set(['endorsementJwt'])

/** An endorsement as VC-JWT holds a well-formed EndorsementCredential. Whether its signature holds is for verification. */
export const endorsementJwt: Rule = {
  id: 'endorsement-jwt',
  classes: ['AchievementCredential', 'ClrCredential', 'Achievement', 'Profile'],
  source: 'Open Badges 3.0, EndorsementCredential; §8.2, VC-JWT',
  members: () => members,
  check: (endorsed, report) => {
    for (const { value, pointer } of valuesAt(endorsed, 'endorsementJwt')) {
      // What is no compact JWS is for the schema to refuse.
      if (typeof value !== 'string' || value.split('.').length !== 3) continue
      const fault = faultOf(credentialIn(value))
      if (fault !== undefined) report('endorsement-jwt', pointer, fault)
    }
  },
}

/** The credential of a VC-JWT: the claim `vc` in VCDM 1.1, the whole payload in VCDM 2.0. */
function credentialIn(jws: string): JsonObject | undefined {
  const payload = payloadOf(jws)
  const credential = isObject(payload) ? (memberOf(payload, 'vc') ?? payload) : undefined
  return isObject(credential) ? credential : undefined
}

function payloadOf(jws: string): unknown {
  const [, payload = ''] = jws.split('.')
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    // By hand: `Uint8Array.from` takes many times as long.
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
    const parsed = parseJson(bytes)
    return parsed.ok ? parsed.value : undefined
  } catch {
    // Not base64.
    return undefined
  }
}

function faultOf(credential: JsonObject | undefined): string | undefined {
  if (credential === undefined) return 'The payload of this VC-JWT is no credential in JSON.'
  if (!isEndorsementCredential(credential)) return 'The credential in this VC-JWT is no `EndorsementCredential`.'
  const ending = vcdmVersionOf({ value: credential, pointer: '' }) === '1.1' ? 'v1p1' : ''
  const error = validateSchema(credential, `EndorsementCredential${ending}`).find(({ level }) => level === 'error')
  return error && `The endorsement in this VC-JWT is not valid: ${error.message}`
}
