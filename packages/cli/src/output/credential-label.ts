import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { CredentialLabel } from './interface.js'
import { printableName } from './printable.js'

/** Returns what a credential calls itself. It takes any JSON: the credential may be the one that was tampered with. */
export function credentialLabel(credential: JsonValue | undefined): CredentialLabel {
  if (!isObject(credential)) return { kind: typeof credential === 'string' ? 'JWT' : 'credential', name: '' }
  const achievement = memberOf(memberOf(credential, 'credentialSubject'), 'achievement')
  const kind = textOf(achievement, 'achievementType') ?? typeOf(credential)
  const name = textOf(credential, 'name') ?? textOf(achievement, 'name')
  const code = textOf(achievement, 'humanCode')
  return {
    kind: printableName(kind),
    name: [name && `“${printableName(name)}”`, code && `(${printableName(code)})`].filter(Boolean).join(' '),
  }
}

/** Returns the issuer of a credential, or the holder of a presentation, as people know it: by name where it has one, and always by id. */
export function issuerLabel(document: JsonValue | undefined): string {
  const issuer = isObject(document) ? (document['issuer'] ?? document['holder']) : undefined
  if (typeof issuer === 'string') return printableName(issuer)
  if (!isObject(issuer)) return 'nobody'
  const [name, id] = [textOf(issuer, 'name'), textOf(issuer, 'id') ?? 'no id']
  return printableName(name === undefined ? id : `${name} (${id})`)
}

function typeOf(credential: JsonObject): string {
  const types = [credential['type']].flat().filter((type) => typeof type === 'string')
  return types.find((type) => !/^Verifiable(Credential|Presentation)$/.test(type)) ?? types[0] ?? 'credential'
}

function memberOf(value: JsonValue | undefined, member: string): JsonValue | undefined {
  return isObject(value) ? value[member] : undefined
}

function textOf(value: JsonValue | undefined, member: string): string | undefined {
  const text = memberOf(value, member)
  return typeof text === 'string' && text !== '' ? text : undefined
}
