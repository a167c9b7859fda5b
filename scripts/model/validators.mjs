// Compiles the schemas of all classes to one module of plain functions, so that nothing is compiled at run time.
import { Ajv, _ as code } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { transform } from 'esbuild'

/** Ajv makes one function of each schema document and none twice: each definition becomes a document of its own. */
const documentOf = (name, schema) => {
  const text = JSON.stringify({ $id: name, ...schema, description: undefined })
  return JSON.parse(text.replaceAll('"$ref":"#/$defs/', '"$ref":"'))
}

const declarations = `import type { ClassName, ClassNamev1p1 } from '../../model/index.js'
import type { SchemaValidator } from '../interface.js'

/** The validator of each class. */
export declare const validators: Readonly<Record<ClassName | ClassNamev1p1, SchemaValidator>>
`

/**
 * How errors are kept. Ajv writes this out at every place, a third of the code; and it copies all errors for each list of
 * them it adds, so that a list of many wrong items would take quadratic time.
 */
const keeping = `
const keep = (errors, error) => { if (errors === null) return [error]; errors.push(error); return errors }
const append = (errors, more) => { if (errors === null) return more; for (const error of more) errors.push(error); return errors }`

/**
 * Takes out what nobody reads, a third of the code: where in the schema an error arose, and all that a validator is told
 * of its surroundings but the place in the document.
 */
const withoutUnread = (functions) =>
  functions
    .replaceAll(/\{instancePath="", parentData, [^}]*\}=\{\}/g, 'instancePath = ""')
    .replaceAll(
      /\{instancePath(?::((?:(?!schemaPath)[^{}])*?))?,parentData[^}]*\}/g,
      (_, place = 'instancePath') => place,
    )
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll(/params:\{(?:allowedValues?|failingKeyword|pattern|type|format):[^{}]*\}/g, 'params:{}')
    .replaceAll(
      /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
      'vErrors = keep(vErrors, $2);',
    )
    .replaceAll(/vErrors === null \? ([\w.]+\.errors) : vErrors\.concat\(\1\)/g, 'append(vErrors, $1)')

/** Returns the module that exports the validators of the named classes, and its declarations, by their file names. */
export async function validatorsOf(names, definitions) {
  // What the schemas use is the same in draft 7, for which Ajv makes the smaller code.
  const ajv = new Ajv({
    schemas: Object.entries(definitions).map(([name, schema]) => documentOf(name, schema)),
    // The functions that know a format are the package's own: the module finds them in its import.
    formats: { date: () => true, 'date-time': () => true },
    code: { source: true, esm: true, formats: code`formats` },
    allErrors: true,
    inlineRefs: false,
    messages: false,
    strictTypes: false,
    strictTuples: false,
  })
  const functions = withoutUnread(
    standaloneCode.default(ajv, Object.fromEntries(names.map((name) => [name, name]))),
  ).replaceAll(/\bexport const (?=\w+ = validate\d+;)/g, 'const ')
  if (/\brequire\(|\bexport\b|\.concat\(|parentData|schemaPath|vErrors === null/.test(functions))
    throw new Error('Ajv made code of another form than this script expects')
  const module = await transform(
    `import { formats } from '../formats.js'\n${keeping}\n${functions}\nexport const validators = { ${names.join(', ')} }`,
    { minify: true, treeShaking: true, format: 'esm' },
  )
  return { 'validators.js': module.code, 'validators.d.ts': declarations }
}
