// Compiles the schemas of all classes to one module of plain functions, so that nothing is compiled at run time.
import { _ as code } from 'ajv'
import Ajv2019 from 'ajv/dist/2019.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { transform } from 'esbuild'

/** Ajv makes one function of each schema document and none twice: each definition becomes a document of its own. */
const documentOf = (name, schema) => {
  const text = JSON.stringify({ $id: name, ...schema, description: undefined })
  return JSON.parse(text.replaceAll('"$ref":"#/$defs/', '"$ref":"'))
}

const declarations = `import type { ClassName } from '../../model/index.js'
import type { SchemaValidator } from '../interface.js'

/** The validator of each class. */
export declare const validators: Readonly<Record<ClassName, SchemaValidator>>
`

/** Ajv copies all errors for each one it adds, so a list of many wrong items would take quadratic time. */
const append = 'const append = (errors, more) => { for (const error of more) errors.push(error); return errors }'

/** Returns the module that exports the validators of the named classes, and its declarations, by their file names. */
export async function validatorsOf(names, definitions) {
  const ajv = new Ajv2019.default({
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
  const functions = standaloneCode
    .default(ajv, Object.fromEntries(names.map((name) => [name, name])))
    .replaceAll(/\bexport const (?=\w+ = validate\d+;)/g, 'const ')
    .replaceAll(/\bvErrors\.concat\(([\w.]+\.errors)\)/g, 'append(vErrors, $1)')
  if (/\brequire\(|\bexport\b|\.concat\(/.test(functions))
    throw new Error('Ajv made code of another form than this script expects')
  const module = await transform(
    `import { formats } from '../formats.js'\n${append}\n${functions}\nexport const validators = { ${names.join(', ')} }`,
    { minify: true, format: 'esm' },
  )
  return { 'validators.js': module.code, 'validators.d.ts': declarations }
}
