import { isObject, parseUrl } from '@testamur/documents/json'
import { SourceDocumentError } from '../../errors.js'
import type { CfDocument } from '../model/index.js'
import { parseCaseObject, parseCasePackage, parseCaseSet } from '../read/parse-case.js'
import { CaseServiceError } from './case-service-error.js'
import { type SourcePage, sourcePage } from './document-page.js'
import { documentQuery } from './document-query.js'
import type { CaseCallOptions, CaseClient, CaseClientOptions, ListDocumentsOptions } from './interface.js'
import { listAll } from './list-documents.js'
import { invalid, isSendable, requireOptions } from './require-options.js'
import { type ServiceAnswer, ServiceRequests } from './service-requests.js'

const versionPaths = { '1.0': '/ims/case/v1p0', '1.1': '/ims/case/v1p1' } as const
const descriptions = {
  '1.0': '/discovery/imscasev1p0_openapi2_v1p0.json',
  '1.1': '/discovery/imscasev1p1_openapi3_v1p0.json',
} as const

/**
 * Returns a client of a CASE service, 1.0 or 1.1: all operations of the REST binding, bare and wrapped answers, paging,
 * tokens, and attempts that are repeated within bounds when the service is busy, fails or breaks off. It keeps nothing but
 * its token.
 *
 * Addresses are the caller's to trust: the client goes to `baseUrl`, also into private networks, and nowhere else. https
 * only; redirects are followed within the origin; nothing is sent to another one.
 *
 * @throws `ERR_INVALID_OPTION` for options that cannot be used; {@link CaseServiceError} `ERR_CASE_REFUSED` from calls over
 * plain http.
 * @see [CASE 1.1, REST binding](https://www.imsglobal.org/spec/case/v1p1)
 * @example
 * ```ts
 * import { caseClient } from '@testamur/adapters/case'
 *
 * const client = caseClient({
 *   baseUrl: 'https://frameworks.example',
 *   fetch: async () => Response.json({ CFDocuments: [] }), // leave it out to ask the real service
 * })
 * const filter = { field: 'title', is: '~', value: 'Mathematics' } as const
 * for await (const { value: document } of client.listDocuments({ filter, sort: 'title' })) {
 *   const { package: framework } = await client.getPackage(document)
 *   console.log(document.title, framework.CFItems.length)
 * }
 * ```
 */
export function caseClient(options: CaseClientOptions): CaseClient {
  requireOptions(options)
  const { serviceUrl, version } = serviceOf(options)
  const requests = new ServiceRequests(options, serviceUrl)
  const get = (path: string, call?: CaseCallOptions): Promise<ServiceAnswer> =>
    requests.get(new URL(serviceUrl + path), call)
  const one = (operation: string, identifier: string, call?: CaseCallOptions): Promise<ServiceAnswer> =>
    get(`/${operation}/${segment(identifier)}`, call)
  const object =
    <Name extends Parameters<typeof parseCaseObject>[0]>(name: Name, operation = `${name}s`) =>
    async (identifier: string, call?: CaseCallOptions) =>
      read((value) => parseCaseObject(name, value), await one(operation, identifier, call))
  const set =
    <Name extends Parameters<typeof parseCaseSet>[0]>(name: Name) =>
    async (identifier: string, call?: CaseCallOptions) =>
      read((value) => parseCaseSet(name, value), await one(`${name}s`, identifier, call))

  const getList = (list: ListDocumentsOptions): Promise<ServiceAnswer> =>
    get(`/CFDocuments?${documentQuery(list)}`, list)
  const getPage = async (list: ListDocumentsOptions): Promise<SourcePage> => sourcePage(await getList(list))

  return {
    serviceUrl,
    listDocuments: (list = {}) => listAll({ getPage, maxDocuments: options.maxDocuments ?? 100_000 }, list),
    getDocumentPage: async (list = {}) => {
      const answer = await getList(list)
      const { entries, total, hasNext } = sourcePage(answer)
      return { ...read((value) => parseCaseSet('CFDocument', value), answer), count: entries.length, total, hasNext }
    },
    getDocument: object('CFDocument'),
    getPackage: async (document, call) =>
      read(parseCasePackage, await requests.get(packageUrl(document, serviceUrl), call)),
    getItem: object('CFItem'),
    getItemAssociations: object('CFItemAssociations', 'CFItemAssociations'),
    getAssociation: object('CFAssociation'),
    getAssociationGrouping: object('CFAssociationGrouping'),
    getRubric: object('CFRubric'),
    getLicense: object('CFLicense'),
    getConcepts: set('CFConcept'),
    getSubjects: set('CFSubject'),
    getItemTypes: set('CFItemType'),
    getServiceDescription: async (call) => {
      const { value } = await get(descriptions[version], call)
      if (isObject(value)) return value
      throw new CaseServiceError('ERR_CASE_RESPONSE', 'the service describes itself with something else than an object')
    },
  }
}

function serviceOf({ baseUrl, version }: CaseClientOptions): { serviceUrl: string; version: '1.0' | '1.1' } {
  const url = new URL(baseUrl)
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  const named = /\/ims\/case\/v1p([01])$/.exec(base)
  if (named === null) return { serviceUrl: base + versionPaths[version ?? '1.1'], version: version ?? '1.1' }
  const own = named[1] === '0' ? '1.0' : '1.1'
  if (version !== undefined && version !== own) throw invalid('version is another one than that in the path of baseUrl')
  return { serviceUrl: base, version: own }
}

/** Where a package is: where its document says, if that is at the service; publishers do not all keep to the binding. */
function packageUrl(document: string | CfDocument, serviceUrl: string): URL {
  if (typeof document === 'string') return new URL(`${serviceUrl}/CFPackages/${segment(document)}`)
  const { identifier, CFPackageURI: link } = document
  const own = link && parseUrl(link.uri)
  if (own !== undefined && own.origin === new URL(serviceUrl).origin) return own
  return new URL(`${serviceUrl}/CFPackages/${segment(link?.identifier ?? identifier)}`)
}

/** Returns an identifier as one segment of a path. */
function segment(identifier: string): string {
  if (isSendable(identifier) && !/^\.{0,2}$/.test(identifier)) return encodeURIComponent(identifier)
  throw invalid('identifier names no object')
}

/** What an answer holds; one that is not what was asked for is the service's fault. */
function read<Value>(parse: (value: object) => Value, { value }: ServiceAnswer): Value {
  try {
    return parse(isObject(value) || Array.isArray(value) ? value : {})
  } catch (cause) {
    if (!(cause instanceof SourceDocumentError)) throw cause
    throw new CaseServiceError('ERR_CASE_RESPONSE', `the service answers with something else: ${cause.message}`, {
      cause,
    })
  }
}
