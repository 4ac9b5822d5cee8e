// Compiles the official JSON Schemas.

import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { standardText } from './standards.ts'

export function schemaOf(name: string): ValidateFunction {
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(JSON.parse(standardText(`schemas/${name}`)))
}
