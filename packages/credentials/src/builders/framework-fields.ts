import { parseUrl } from '@testamur/documents/json'
import type { Finding } from '../validate/interface.js'
import { isObject } from '../validate/located.js'
import { kindOf } from '../validate/messages.js'
import { InvalidCredentialError } from './invalid-credential-error.js'

/** Whether a field of a framework's node is fine, and what it must be. */
type FieldCheck = readonly [isFine: boolean, expected: string]

/** Throws `ERR_INVALID_CREDENTIAL` with a finding for each field of a framework's node that is not fine. */
export function checkFields(source: string, fields: Readonly<Record<string, FieldCheck>>): void {
  const findings = Object.entries(fields).flatMap(([field, [isFine, expected]]): Finding[] => {
    const message = `\`${field}\` must be ${expected}.`
    return isFine
      ? []
      : [{ rule: 'schema', level: 'error', code: 'value-format', pointer: `/${field}`, message, source }]
  })
  if (findings.length > 0) throw new InvalidCredentialError('Alignment', findings)
}

/** Throws `ERR_INVALID_CREDENTIAL` for a node that is no object. */
export function requireNode(source: string, node: unknown): void {
  if (isObject(node)) return
  const message = `This must be an object; it is ${kindOf(node)}.`
  throw new InvalidCredentialError('Alignment', [
    { rule: 'schema', level: 'error', code: 'value-kind', pointer: '', message, source },
  ])
}

/** A text that says something. */
export const text = (value: unknown): FieldCheck => [typeof value === 'string' && value.trim() !== '', 'a text']

/** Where readers of the credential find the node. */
export const webAddress = (value: unknown): FieldCheck => [
  typeof value === 'string' && /^https?:\/\//i.test(value) && parseUrl(value) !== undefined,
  'the web address of the node (`https://…`)',
]

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** A UUID in its 36 characters (RFC 9562 §4). */
export const isUuid = (value: unknown): boolean => typeof value === 'string' && new RegExp(`^${uuid}$`, 'i').test(value)

/** An identifier of the Credential Registry. */
export const ctid = (value: unknown): FieldCheck => [
  typeof value === 'string' && new RegExp(`^ce-${uuid}$`).test(value),
  'a CTID: `ce-` and a UUID in small letters',
]

/** The address of a node of the Credential Registry: any, but not that of another node. */
export const registryAddress = (value: unknown, own: unknown): FieldCheck => [
  webAddress(value)[0] && [...String(value).matchAll(new RegExp(`ce-${uuid}`, 'gi'))].every(([each]) => each === own),
  'the web address of the node with this CTID',
]

/** Where the Credential Registry describes the node with a CTID. */
export const registryUrl = (own: unknown): string => `https://credentialengineregistry.org/resources/${String(own)}`
