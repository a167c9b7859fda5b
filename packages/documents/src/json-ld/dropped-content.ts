/** What in a document or its contexts makes no statement, so that no proof would cover it, by the event of jsonld.js. */
const explanations: Readonly<Record<string, string>> = {
  'relative @id reference':
    'The id is not absolute, so it identifies nothing, and a proof would not cover it. Write a full URL, URN or DID, or leave the id out.',
  'relative subject reference':
    'The id is not absolute, so it identifies nothing, and a proof would not cover what is said of it. Write a full URL, URN or DID, or leave the id out.',
  'relative graph reference':
    'The id is not absolute, so it identifies nothing, and a proof would not cover what stands in this object. Write a full URL, URN or DID, or leave the id out.',
  'relative object reference':
    'The contexts take this value for an identifier, and it is not absolute, so it names nothing and a proof would not cover it. Write a full URL, URN or DID.',
  'relative @type reference':
    'No context defines this type, and it is no full IRI, so a proof would not cover it. Write a type that the contexts define, or add the context that defines it.',
  'relative predicate reference':
    'The contexts give this name no absolute IRI, so a proof would not cover what stands under it. Leave it out, or use a context that defines it in full.',
  'relative @vocab reference':
    'The "@vocab" of a context is not absolute, so a proof would not cover the names that depend on it. Use a context that defines each name in full.',
  'blank node predicate':
    'A context lets a name stand for a label instead of an IRI, so a proof would not cover what stands under that name. Use a context that defines it in full.',
  'invalid @language value':
    'A language is no language tag (BCP 47), so a proof could not cover the text as one in that language. Write a tag such as "en" or "de-CH", or leave it out.',
  'null @value value':
    'An object with "@value" stands for a value, and here the value is missing or null, so there is nothing that a proof could cover. Write the value, or leave the object out.',
  'object with only @language':
    'An object names a language and holds no text, so there is nothing that a proof could cover. Write the text in "@value", or leave the object out.',
  'object with only @value':
    'A mere value stands where an object of its own was expected, so a proof would not cover it. Write an object, or leave it out.',
  'object with only @list':
    'A mere list stands where an object was expected, so a proof would not cover it. Write an object, or leave it out.',
  'object with only @id':
    'An object with an id and nothing else says nothing here, so a proof would not cover that it is there. Write the whole object, or leave it out.',
  'empty object':
    'An object without members says nothing here, so a proof would not cover that it is there. Write what it should say, or leave it out.',
  'free-floating scalar':
    'A mere value stands where an object was expected, so a proof would not cover it. Write an object, or leave it out.',
  'null @id value':
    'An id that is null identifies nothing, and a proof would not cover it. Write a full URL, URN or DID, or leave the id out.',
  'reserved @id value':
    'An id or IRI that starts with @ is reserved for JSON-LD itself, so a proof would not cover it. Write a full URL, URN or DID.',
  'reserved @reverse value':
    'A context defines a name by an IRI that starts with @, which is reserved for JSON-LD itself, so a proof would not cover what stands under it. Use a context that defines it in full.',
  'reserved term':
    'A context defines a name that starts with @, which is reserved for JSON-LD itself, so a proof would not cover what stands under it. Use another name.',
}

const otherwise = 'This makes no statement as it is written, so a proof would not cover it. Leave it out.'

/**
 * Returns why a proof would not cover what made jsonld.js refuse a document in safe mode, and what to write instead. Its
 * own messages are for those who know its workings.
 */
export function explainDropped(event: string): string {
  return Object.hasOwn(explanations, event) ? (explanations[event] ?? otherwise) : otherwise
}
