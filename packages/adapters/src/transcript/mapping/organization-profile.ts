import type { AddressInput, IdentifierEntryInput, ProfileInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Accreditation, Organization, Phone, PostalAddress } from '../model/index.js'
import { absoluteUrl } from './carried-values.js'
import { contentId, present } from './content-id.js'
import { identifierNames, identifierTypes, isIssuer, localIdentifierType } from './institution.js'
import type { Ledger } from './ledger.js'

/** Members of a profile that an organization of a transcript can fill. */
type ProfileMembers = Pick<
  ProfileInput,
  'name' | 'description' | 'address' | 'phone' | 'email' | 'url' | 'otherIdentifier'
>

/**
 * Returns the issuer: the caller's profile, and what it leaves out from the institution that sent the transcript, if that
 * is the issuer. The id is always the caller's; identifiers of both are kept.
 */
export function issuerProfile(
  ledger: Ledger,
  options: ClrFromTranscriptOptions,
  sender: Organization | undefined,
): ProfileInput {
  const { issuer } = options
  if (sender === undefined || !isIssuer(sender, options)) return issuer
  const { otherIdentifier, ...filled } = profileMembers(ledger, sender, present(issuer))
  const own = issuer.otherIdentifier ?? []
  const added = (otherIdentifier ?? []).filter(
    (entry) =>
      !own.some(
        ({ identifier, identifierType }) => identifier === entry.identifier && identifierType === entry.identifierType,
      ),
  )
  return { ...filled, ...present(issuer), otherIdentifier: [...own, ...added] }
}

/**
 * Returns the profile of another institution. Transcripts have no URI for it, so its id is derived from what they say.
 */
export function schoolProfile(ledger: Ledger, school: Organization): ProfileInput {
  const members = present(profileMembers(ledger, school, {}))
  return { id: contentId('organization', members), ...members }
}

/** Members for what `given` leaves out; what stands against a given member is superseded. */
function profileMembers(ledger: Ledger, organization: Organization, given: Partial<ProfileInput>): ProfileMembers {
  const reason = 'The profile that the caller gave stands in its place'
  const fill = <Node extends object, Value>(
    member: keyof ProfileMembers,
    node: Node | undefined,
    make: (node: Node) => Value,
  ): Value | undefined => {
    if (node === undefined || given[member] === undefined) return node && make(node)
    ledger.loseRest(node, 'superseded', reason)
    return undefined
  }
  const { contacts, accreditation } = organization
  if (given.name !== undefined) ledger.lose(organization, 'names', 'superseded', reason)
  return {
    name: given.name ?? ledger.useFirst(organization, 'names'),
    description: fill('description', accreditation, (node) => accreditationText(ledger, node)),
    address: fill('address', contacts.flatMap(({ addresses }) => addresses)[0], (node) => postalAddress(ledger, node)),
    phone: fill('phone', contacts.flatMap(({ phones }) => phones)[0], (node) => telephone(ledger, node)),
    email: fill('email', contacts.flatMap(({ emails }) => emails)[0], (node) => ledger.use(node, 'address')),
    url: fill('url', contacts.flatMap(({ urls }) => urls)[0], (node) => absoluteUrl(ledger, node, 'address')),
    otherIdentifier: identifierEntries(ledger, organization),
  }
}

function identifierEntries(ledger: Ledger, { identifiers, localIdentifier }: Organization): IdentifierEntryInput[] {
  const entries: IdentifierEntryInput[] = identifierNames.flatMap((name) => {
    const identifier = ledger.use(identifiers, name)
    return identifier === undefined ? [] : [{ identifierType: identifierTypes[name], identifier }]
  })
  if (localIdentifier?.code === undefined) return entries
  const identifier = [ledger.use(localIdentifier, 'qualifier'), ledger.use(localIdentifier, 'code')]
    .filter(Boolean)
    .join(':')
  return [...entries, { identifierType: localIdentifierType, identifier }]
}

function accreditationText(ledger: Ledger, node: Accreditation): string | undefined {
  const [code, name] = [ledger.use(node, 'bodyCode'), ledger.use(node, 'bodyName')]
  if (code === undefined) return name && `Accredited by ${name}`
  return `Accredited by ${name === undefined ? code : `${name} (${code})`}`
}

function postalAddress(ledger: Ledger, node: PostalAddress): AddressInput | undefined {
  const lines = ledger.use(node, 'lines')
  const address = present({
    streetAddress: lines.length > 0 ? lines.join(', ') : undefined,
    addressLocality: ledger.use(node, 'city'),
    addressRegion: ledger.use(node, node.region === undefined ? 'regionCode' : 'region'),
    postalCode: ledger.use(node, 'postalCode'),
    addressCountryCode: ledger.use(node, 'countryCode'),
  })
  return Object.keys(address).length > 0 ? address : undefined
}

function telephone(ledger: Ledger, node: Phone): string | undefined {
  if (node.number === undefined) return undefined
  const prefix = ledger.use(node, 'countryPrefix')
  const parts = [prefix && `+${prefix.replace(/^\+/, '')}`, ledger.use(node, 'areaCode'), ledger.use(node, 'number')]
  const number = parts.filter((part) => part !== undefined).join('-')
  const extension = ledger.use(node, 'extension')
  return extension === undefined ? number : `${number} ext. ${extension}`
}
