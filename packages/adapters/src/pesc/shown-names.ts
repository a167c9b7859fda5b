import { anyName, type XmlElement } from '../xml/index.js'

/** Elements that hold what is known of a person. */
const personElements: ReadonlySet<string> = new Set(['Person', 'TestPerson'])

/** What PESC's schemas call the elements in them, and what senders misspell. */
const namesInPerson: ReadonlySet<string> = new Set(
  `ACT APAS ATP Address AddressLine Age AgencyAssignedID AgencyCode AgencyIdentifier AgencyName AlternateName AreaCityCode
  AttentionLine Birth BirthCity BirthCountry BirthDate BirthState BirthStateProvinceCode BirthYear Birthdate Birthday CCD
  CEEBACT CSIS City CompositeName ContactName ContactTitle Contacts Country CountryCode CountryPrefixCode County CountyCode
  DUNS Deceased DeceasedIndicator ESIS EffectiveDate Email EmailAddress EthnicityCode EthnicityRace ExpirationDate FICE
  FaxPhone FirstName GEOCode Gender GenderCode HighSchool IPEDS Language LanguageCode LanguageProficiency LanguageUsage
  LastName LocalEthnicityRaceCode
  LocalRaceEthnicityCode MiddleName MutuallyDefined NCHELPID NSN Name NameCode NamePrefix NameSuffix NameTitle NoteMessage
  OPEID OkToContact OrganizationName PSIS PSS ParentGuardian ParentGuardianName PartialSSN Phone PhoneNumber
  PhoneNumberExtension PostalCode RaceCode RaceEthnicity RaceEthnicityCode RecipientAssignedID RelationshipCode Residency
  ResidencyStatusCode SIN SSN SchoolAssignedPersonID StateProvince StateProvinceCode StudentIdentification URL URLAddress
  USIS`.split(/\s+/),
)

/** What looks like a name that was made for a schema, and not like the number of a person or a sentence. */
const schemaName = /^[A-Za-z_]{1,64}\d{0,2}$/

/**
 * Returns what an element is called in the path of a loss. JSON can have anything as a name, data too, so a name is shown
 * only where it looks like one, and inside of a person only if it is PESC's.
 */
export function shownName(element: XmlElement): string {
  const { name } = element
  return namesInPerson.has(name) || (schemaName.test(name) && !isInPerson(element)) ? name : anyName
}

/** Returns what an attribute of an element is called there: PESC has none. */
export function shownAttribute(element: XmlElement, name: string): string {
  const isShown = schemaName.test(name.slice(name.indexOf(':') + 1)) && !isOfPerson(element)
  return isShown ? name : anyName
}

function isOfPerson(element: XmlElement): boolean {
  return personElements.has(element.name) || isInPerson(element)
}

function isInPerson({ parent }: XmlElement): boolean {
  for (let around = parent; around !== undefined; around = around.parent) {
    if (personElements.has(around.name)) return true
  }
  return false
}
