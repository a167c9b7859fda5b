export const profile = {
  name: 'Profile',
  specification: 'ob',
  meaning: 'A person or an organization: issuer, creator, assessor or endorser.',
  types: [['Profile']],
  properties: `
    id               | URI                   | 1    | Identifies the person or organization, for instance by a DID or by a URL of its own.
    type             | IRI                   | 1..* | Kinds of object.
    name             | String                | 0..1 | Name.
    url              | URI                   | 0..1 | Home page.
    phone            | PhoneNumber           | 0..1 | Telephone number.
    description      | String                | 0..1 | Short description.
    endorsement      | EndorsementCredential | 0..* | Endorsements of the person or organization, with embedded proofs.
    endorsementJwt   | CompactJws            | 0..* | The same, each secured as a VC-JWT.
    image            | Image                 | 0..1 | Logo or portrait: PNG or SVG.
    email            | EmailAddress          | 0..1 | E-mail address.
    address          | Address               | 0..1 | Postal address.
    otherIdentifier  | IdentifierEntry       | 0..* | Further identifiers.
    official         | String                | 0..1 | Name of an authorized official of the organization.
    parentOrg        | Profile               | 0..1 | Organization it belongs to.
    familyName       | String                | 0..1 | Family name.
    givenName        | String                | 0..1 | Given name.
    additionalName   | String                | 0..1 | Middle or other name.
    patronymicName   | String                | 0..1 | Patronymic.
    honorificPrefix  | String                | 0..1 | Title before the name.
    honorificSuffix  | String                | 0..1 | Title after the name.
    familyNamePrefix | String                | 0..1 | Prefix of the family name, such as de or van.
    dateOfBirth      | Date                  | 0..1 | Date of birth.
  `,
}

export const address = {
  name: 'Address',
  specification: 'ob',
  meaning: 'A postal address.',
  types: [['Address']],
  properties: `
    type                | IRI            | 1..* | Kinds of object.
    addressCountry      | String         | 0..1 | Name of the country.
    addressCountryCode  | CountryCode    | 0..1 | Country by ISO 3166-1 alpha-2.
    addressRegion       | String         | 0..1 | State, province or region.
    addressLocality     | String         | 0..1 | Town or city.
    streetAddress       | String         | 0..1 | Street and number.
    postOfficeBoxNumber | String         | 0..1 | Post office box.
    postalCode          | String         | 0..1 | Postal code.
    geo                 | GeoCoordinates | 0..1 | Position on the globe.
  `,
}

export const geoCoordinates = {
  name: 'GeoCoordinates',
  specification: 'ob',
  meaning: 'A position on the globe (WGS 84).',
  types: [['GeoCoordinates']],
  properties: `
    type      | IRI   | 1 | Always GeoCoordinates.
    latitude  | Float | 1 | Degrees north.
    longitude | Float | 1 | Degrees east.
  `,
}

export const identifierEntry = {
  name: 'IdentifierEntry',
  specification: 'ob',
  meaning: 'An identifier and what kind of identifier it is. Takes no members of other vocabularies.',
  closed: true,
  types: [['IdentifierEntry']],
  properties: `
    type           | IRI                | 1 | Always IdentifierEntry.
    identifier     | Identifier         | 1 | The identifier.
    identifierType | IdentifierTypeEnum | 1 | Kind of identifier.
  `,
}

export const identityObject = {
  name: 'IdentityObject',
  specification: 'ob',
  meaning: 'An identifier of a learner, plain or hashed. Takes no members of other vocabularies.',
  closed: true,
  types: [['IdentityObject']],
  properties: `
    type         | IRI                | 1    | Always IdentityObject.
    hashed       | Boolean            | 1    | Whether identityHash is a hash.
    identityHash | IdentityHash       | 1    | The identifier: in clear, or as algorithm, dollar sign and hash in hexadecimal digits.
    identityType | IdentifierTypeEnum | 1    | Kind of identifier.
    salt         | String             | 0..1 | Text that was appended before hashing.
  `,
}
