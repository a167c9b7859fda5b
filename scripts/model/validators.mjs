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
 * them it adds, so that a list of many wrong items would take quadratic time. It also tells each validator where it is,
 * while there is nothing to say yet: here the places of errors are completed by who called.
 */
const keeping = `
const keep = (errors, error) => { if (errors === null) return [error]; errors.push(error); return errors }
const append = (errors, more, place) => {
  for (const error of more) {
    error.instancePath = place + error.instancePath
    errors = keep(errors, error)
  }
  return errors
}`

/**
 * Takes out what nobody reads, a third of the code: where in the schema an error arose, and what a validator is told of
 * its surroundings.
 */
const withoutUnread = (functions) =>
  functions
    .replaceAll(/, \{instancePath="", parentData, [^}]*\}=\{\}/g, '')
    .replaceAll(
      /((?:wrapper\d+\.)?validate\d*)\(([^,()]+), \{instancePath(?::instancePath\+([^{}]*?))?,parentData[^}]*\}\)\)\)\{vErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);/g,
      (_, validator, value, place = '""') =>
        `${validator}(${value}))){ vErrors = append(vErrors, ${validator}.errors, ${place});`,
    )
    .replaceAll('instancePath:instancePath+', 'instancePath:')
    .replaceAll(/\binstancePath,/g, 'instancePath:"",')
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll(/params:\{(?:allowedValues?|failingKeyword|pattern|type|format):[^{}]*\}/g, 'params:{}')
    .replaceAll(
      /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
      'vErrors = keep(vErrors, $2);',
    )
    // Those of a condition are counted, and thrown away.
    .replaceAll('vErrors = keep(vErrors, {});', '')

/** Returns the module that exports the validators of the named classes, and its declarations, by their file names. */
export async function validatorsOf(names, definitions) {
  // The errors of another validator would be kept: those of a condition must not be.
  if (/"(?:if|not)":\{[^}]*"\$ref"/.test(JSON.stringify(definitions)))
    throw new Error('A condition refers to a definition: write it out')
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
