import { describe, expect, it } from 'vitest'
import { LeafScanner } from './leaf-scanner.js'
import { LocalNames } from './local-names.js'

function scannerFor(...names: string[]): LeafScanner {
  const known = new LocalNames()
  for (const name of names) known.of(name)
  return new LeafScanner(known)
}

describe('LeafScanner', () => {
  it('finds an element with text behind blanks, and where it ends', () => {
    const leaf = scannerFor('p:Name')
    const xml = 'x\n\n  <p:Name>Ada L.</p:Name><y/>'
    expect(leaf.find(xml, 1)).toBe(true)
    expect(leaf).toMatchObject({ name: 'Name', text: 'Ada L.', start: 5, lines: 2, lastLine: 3 })
    expect(xml.slice(leaf.end)).toBe('<y/>')
  })

  it('finds siblings one after the other, also when others stand between them', () => {
    const leaf = scannerFor('a', 'b', 'c')
    const xml = '\n <a>1</a>\n <b>2</b>\n <a>3</a>\n <c>4</c>\n\n<b></b>'
    const found: string[] = []
    for (let at = 0; leaf.find(xml, at); at = leaf.end) found.push(`${leaf.name}${leaf.text}@${leaf.lines}`)
    expect(found).toEqual(['a1@1', 'b2@1', 'a3@1', 'c4@1', 'b@2'])
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['half a tag', '<a'],
    ['a start tag', '<a>'],
    ['a text without an end', '<a>x'],
    ['half an end tag', '<a>x</a'],
    ['an end tag', '</a>'],
    ['elements inside', '<a><b>x</b></a>'],
    ['another end tag', '<a>x</b>'],
    ['an end tag with more', '<a>x</a >'],
    ['attributes', '<a b="c">x</a>'],
    ['an empty element', '<a/>'],
    ['a comment', '<!--a-->'],
    ['a comment inside', '<a>x<!--y--></a>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['an instruction', '<?a?>'],
    ['a reference', '<a>&amp;</a>'],
    ['what may not stand in a text', '<a>]]></a>'],
    ['a control character', '<a>\u0001</a>'],
    ['several lines', '<a>x\ny</a>'],
    ['a carriage return', '\r<a>x</a>'],
    ['a surrogate pair', '<a>😀</a>'],
    ['no character', '<a>\uffff</a>'],
    ['a name that was not met', '<d>x</d>'],
    ['text in front', 'x<a>x</a>'],
  ])('leaves %s to others', (_, xml) => {
    expect(scannerFor('a', 'b', 'c').find(xml, 0)).toBe(false)
  })
})
