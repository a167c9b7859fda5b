import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { readReferenceJson } from './reference.js'

/** Returns what says what the official JSON Schema of CASE 1.1 refuses in a package. */
export function caseSchemaErrors(): (document: object) => string[] {
  const ajv = addFormats.default(new Ajv2019({ strict: false, allErrors: true }))
  const validate = ajv.compile({
    ...readReferenceJson<object>('reference', 'case', 'schemas', 'v1p1', 'case_v1p1_cfpackage-jsonschema1.json'),
    $schema: 'https://json-schema.org/draft/2019-09/schema',
  })
  return (document) =>
    validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
