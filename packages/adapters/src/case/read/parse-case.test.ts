import { describe, expect, it } from 'vitest'
import { caseCounts } from '../framework/case-counts.js'
import { serializeCasePackage } from '../write/serialize-package.js'
import { parseCaseDocuments, parseCasePackage } from './parse-case.js'

const moment = '2026-01-01T00:00:00Z'
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const named = (kind: string, n: number) => ({ identifier: guid(n), uri: `https://f.example/${kind}/${guid(n)}` })
const CFDocument = { ...named('CFDocuments', 1), title: 'F', creator: 'C', lastChangeDateTime: moment }
const item = (members: object = {}) => ({
  ...named('CFItems', 2),
  fullStatement: 'S',
  lastChangeDateTime: moment,
  ...members,
})
const packageWith = (members: object) => ({ CFDocument, CFItems: [item(members)] })
const codes = ({ problems }: { problems: readonly { code: string; pointer: string }[] }): string[] =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`)

describe('parseCasePackage', () => {
  it('takes text, bytes and objects, bare and wrapped at every level', () => {
    const bare = packageWith({})
    const wrapped = { CFPackage: { CFDocument: { CFDocument }, CFItems: [{ CFItem: item() }] } }
    const expected = { package: { ...bare, CFAssociations: [] }, problems: [], losses: [] }
    for (const input of [bare, wrapped, JSON.stringify(bare), new TextEncoder().encode(JSON.stringify(wrapped))]) {
      expect(parseCasePackage(input)).toEqual(expected)
    }
  })

  it('takes wrappers with members of their own, which are losses', () => {
    const { CFItems } = packageWith({})
    const read = parseCasePackage({
      '@context': 'https://f.example/context',
      CFPackage: { CFDocument, CFItems: [{ CFItem: CFItems[0], links: ['x'] }] },
    })
    expect(read.package).toEqual({ CFDocument, CFItems, CFAssociations: [] })
    expect(read.problems).toEqual([])
    expect(read.losses.map(({ path, code }) => `${code} ${path}`)).toEqual([
      'unknown-element /@context',
      'unknown-element /CFPackage/CFItems[1]/links',
    ])
  })

  it('an empty identifier, URI or date is missing, so that objects with good URIs stay apart', () => {
    const uri = (n: number): string => `https://f.example/CFItems/${guid(n)}`
    const read = parseCasePackage({
      CFDocument,
      CFItems: [
        item({ identifier: '', uri: uri(7) }),
        item({ identifier: '  ', uri: uri(8) }),
        item({ uri: '', lastChangeDateTime: '' }),
      ],
      CFAssociations: [
        {
          ...named('CFAssociations', 3),
          associationType: 'exactMatchOf',
          originNodeURI: { title: 'a', ...named('CFItems', 2) },
          destinationNodeURI: { title: 'b', identifier: '', uri: 'https://other.example/b' },
          lastChangeDateTime: moment,
        },
      ],
    })
    expect(read.package.CFItems.map(({ identifier }) => identifier)).toEqual([guid(7), guid(8), guid(2)])
    expect(read.package.CFItems[2]).toMatchObject({ uri: `urn:uuid:${guid(2)}`, lastChangeDateTime: moment })
    expect(read.package.CFAssociations[0]?.destinationNodeURI.identifier).toBe('https://other.example/b')
    expect(codes(read)).toEqual([
      'case-member-missing /CFItems/0/identifier',
      'case-member-missing /CFItems/1/identifier',
      'case-member-missing /CFItems/2/uri',
      'case-member-missing /CFItems/2/lastChangeDateTime',
      'case-member-missing /CFAssociations/0/destinationNodeURI/identifier',
    ])
  })

  it('a URI with a fragment gives no identifier: several may stand under one UUID', () => {
    const uri = `https://f.example/catalogue/${guid(7)}`
    const read = parseCasePackage({
      CFDocument,
      CFItems: ['#algebra', '#geometry', '?part=2'].map((end) => ({ fullStatement: 'S', uri: uri + end })),
    })
    const identifiers = read.package.CFItems.map(({ identifier }) => identifier)
    expect(new Set([...identifiers, guid(7)]).size).toBe(4)
  })

  it('completes what is missing, and says so', () => {
    const uri = `https://f.example/CFItems/${guid(7)}`
    const CFItems = [{ fullStatement: 'A' }, { fullStatement: 'B', uri }, { fullStatement: 'C', identifier: guid(8) }]
    const read = parseCasePackage({ CFDocument, CFItems })
    expect(read.package.CFItems).toMatchObject([
      {
        identifier: expect.stringMatching(/^[0-9a-f-]{36}$/),
        uri: expect.stringMatching(/^urn:uuid:/),
        lastChangeDateTime: moment,
      },
      { identifier: guid(7), uri },
      { identifier: guid(8), uri: `urn:uuid:${guid(8)}` },
    ])
    expect(codes(read)).toEqual([
      'case-member-missing /CFItems/0/identifier',
      'case-member-missing /CFItems/0/uri',
      'case-member-missing /CFItems/0/lastChangeDateTime',
      'case-member-missing /CFItems/1/identifier',
      'case-member-missing /CFItems/1/lastChangeDateTime',
      'case-member-missing /CFItems/2/uri',
      'case-member-missing /CFItems/2/lastChangeDateTime',
    ])
    expect(caseCounts(read).itemsWithoutIdentifier).toBe(2)
    expect(parseCasePackage({ CFDocument, CFItems })).toEqual(read)
    expect(serializeCasePackage(read.package).problems).toEqual([])
  })

  it('converts what can be converted, and drops what cannot', () => {
    const link = (n: number) => ({ title: 'a', ...named('CFItems', n) })
    const association = {
      ...named('CFAssociations', 3),
      associationType: 'isChildOf',
      sequenceNumber: '7',
      originNodeURI: link(2),
      destinationNodeURI: link(1),
      lastChangeDateTime: moment,
    }
    const read = parseCasePackage({
      CFDocument: { ...CFDocument, version: 2 },
      CFItems: [item({ educationLevel: '09', humanCodingScheme: ['A', 'B'], notes: { text: 'x' }, language: '' })],
      CFAssociations: [association, { ...association, originNodeURI: undefined }, 'nothing'],
    })
    expect(read.package.CFDocument.version).toBe('2')
    expect(read.package.CFItems[0]).toEqual(item({ educationLevel: ['09'], humanCodingScheme: 'A' }))
    expect(read.package.CFAssociations).toEqual([{ ...association, sequenceNumber: 7 }])
    expect(codes(read)).toEqual([
      'case-member-type /CFDocument/version',
      'case-member-type /CFItems/0/educationLevel',
      'case-member-type /CFItems/0/humanCodingScheme',
      'case-member-type /CFItems/0/notes',
      'case-member-type /CFAssociations/0/sequenceNumber',
      'case-member-type /CFAssociations/1/sequenceNumber',
      'case-member-missing /CFAssociations/1',
      'case-member-type /CFAssociations/2',
    ])
    expect(read.losses.map(({ path, code }) => `${code} ${path}`)).toEqual([
      'repeated-element /CFItems[1]/humanCodingScheme[2]',
      'invalid-value /CFItems[1]/notes',
      'empty /CFItems[1]/language',
      'invalid-value /CFAssociations[2]',
      'invalid-value /CFAssociations[3]',
    ])
  })

  it('keeps values of another form, and reports them; unknown members are losses', () => {
    const read = parseCasePackage(packageWith({ statusStartDate: '2017', CFDocumentURL: 'x', conceptKeywords: null }))
    expect(codes(read)).toEqual(['case-member-value /CFItems/0/statusStartDate'])
    expect(read.losses).toEqual([
      expect.objectContaining({ path: '/CFItems[1]/CFDocumentURL', code: 'unknown-element', disposition: 'dropped' }),
    ])
    expect(read.package.CFItems[0]).toEqual(item({ statusStartDate: '2017' }))
    const written = serializeCasePackage(read.package)
    expect(written.document['CFItems']).toEqual([item()])
    expect(written.losses).toMatchObject([{ path: '/CFItems[1]/statusStartDate', code: 'invalid-value' }])
  })

  it.each([
    ['2024-02-29', '2024-02-29T23:59:59.5Z', true],
    ['2024-02-31', '2024-02-30T00:00:00Z', false],
    ['2023-02-29', '2024-02-20T24:00:00Z', false],
    ['2024-04-31', '2024-02-20T12:60:00Z', false],
    ['0000-13-01', '2024-02-20T12:00:00+24:00', false],
    ['2024-2-1', '2024-02-20 12:00:00Z', false],
  ])('a day %s and a moment %s are dates: %s', (statusStartDate, lastChangeDateTime, isDate) => {
    const read = parseCasePackage(packageWith({ statusStartDate, lastChangeDateTime }))
    expect(codes(read)).toEqual(
      isDate ? [] : ['case-member-value /CFItems/0/lastChangeDateTime', 'case-member-value /CFItems/0/statusStartDate'],
    )
    expect(serializeCasePackage(read.package).problems).toHaveLength(isDate ? 0 : 1)
  })

  it('types of association in other letters are read as what they mean; without one an association is left out', () => {
    const ends = {
      originNodeURI: { title: 'a', ...named('x', 2) },
      destinationNodeURI: { title: 'b', ...named('x', 1) },
    }
    const read = parseCasePackage({
      CFDocument,
      CFAssociations: ['IsChildOf', ' ischildof ', '', ' '].map((associationType, index) => ({
        ...named('x', 3 + index),
        associationType,
        ...ends,
        lastChangeDateTime: moment,
      })),
    })
    expect(read.package.CFAssociations.map(({ associationType }) => associationType)).toEqual([
      'isChildOf',
      'isChildOf',
    ])
    expect(codes(read)).toEqual([
      'case-member-value /CFAssociations/0/associationType',
      'case-member-value /CFAssociations/1/associationType',
      'case-member-missing /CFAssociations/2',
      'case-member-missing /CFAssociations/3',
    ])
    expect(read.losses.map(({ path }) => path)).toEqual(['/CFAssociations[3]', '/CFAssociations[4]'])
    expect(serializeCasePackage(read.package)).toMatchObject({ problems: [], losses: [] })
  })

  it('a type of nothing is a problem when it is written', () => {
    const [association] = parseCasePackage({
      CFDocument,
      CFAssociations: [
        {
          ...named('x', 3),
          associationType: 'isChildOf',
          originNodeURI: { title: 'a', ...named('x', 2) },
          destinationNodeURI: { title: 'b', ...named('x', 1) },
          lastChangeDateTime: moment,
        },
      ],
    }).package.CFAssociations
    const CFAssociations = association === undefined ? [] : [{ ...association, associationType: '' }]
    expect(codes(serializeCasePackage({ CFDocument, CFItems: [], CFAssociations }))).toEqual([
      'case-member-value /CFAssociations/0/associationType',
    ])
  })

  it('millions of unreadable values are counted, not listed', () => {
    const text = `{"CFDocument":${JSON.stringify(CFDocument)},"CFItems":[${'0,'.repeat(299_999)}0]}`
    const { problems, losses } = parseCasePackage(text)
    expect([problems.length, losses.length]).toEqual([100_001, 100_001])
    expect(problems.at(-1)).toMatchObject({
      code: 'case-member-type',
      pointer: '',
      detail: expect.stringContaining('200000'),
    })
    expect(losses.at(-1)).toMatchObject({ code: 'invalid-value', path: '/', reason: expect.stringContaining('200000') })
  })

  it.each([
    ['builds on!', 'ext:builds-on-'],
    ['{', 'ext:_'],
    ['ext:-x y', 'ext:_x-y'],
    ['ext:', 'ext:_'],
  ])('an association of an unknown type %j is written as a term of its own: %s', (associationType, term) => {
    const ends = {
      originNodeURI: { title: 'a', ...named('x', 2) },
      destinationNodeURI: { title: 'b', ...named('x', 1) },
    }
    const association = { ...named('x', 3), associationType, ...ends, lastChangeDateTime: moment }
    const read = parseCasePackage({ CFDocument, CFAssociations: [association] })
    expect(codes(read)).toEqual(['case-member-value /CFAssociations/0/associationType'])
    expect(serializeCasePackage(read.package).document['CFAssociations']).toEqual([
      { ...association, associationType: term },
    ])
  })

  it('extensions are kept', () => {
    const extensions = { 'x:note': { deep: [1, 'two'] } }
    const read = parseCasePackage(packageWith({ extensions }))
    expect(serializeCasePackage(read.package).document).toMatchObject({ CFItems: [{ extensions }] })
  })

  it.each([
    ['', 'ERR_CASE_NOT_JSON'],
    ['{"CFDocument": ', 'ERR_CASE_NOT_JSON'],
    ['{"CFDocument": {"title": "a", "title": "b"}}', 'ERR_CASE_NOT_JSON'],
    [new Uint8Array([0xff]), 'ERR_CASE_NOT_JSON'],
    [{ CFDocument: { title: new Date() } }, 'ERR_CASE_NOT_JSON'],
    ['[]', 'ERR_CASE_NOT_CASE'],
    ['{"CFItems": []}', 'ERR_CASE_NOT_CASE'],
    ['{"CFDocument": {"error": "no"}}', 'ERR_CASE_NOT_CASE'],
  ])('%j is refused with %s', (input, code) => {
    expect(() => parseCasePackage(input)).toThrow(expect.objectContaining({ code }))
  })

  it('bounds are those of the caller', () => {
    const text = JSON.stringify(packageWith({}))
    expect(() => parseCasePackage(text, { limits: { maxBytes: 100 } })).toThrow(
      expect.objectContaining({ code: 'ERR_CASE_NOT_JSON' }),
    )
  })
})

describe('parseCaseDocuments', () => {
  it('takes lists, bare and wrapped, and single documents', () => {
    for (const input of [{ CFDocuments: [CFDocument] }, [CFDocument], [{ CFDocument }], CFDocument]) {
      expect(parseCaseDocuments(input)).toEqual({ value: [CFDocument], problems: [], losses: [] })
    }
    expect(() => parseCaseDocuments({ error: 'no' })).toThrow(expect.objectContaining({ code: 'ERR_CASE_NOT_CASE' }))
  })
})
