/** A sample person's data for a document: everything it asks for has a value, so that only its own faults are found. */
import { type BindingData, type DesignDocument, findVariable, keyOf, VARIABLES, variablesOf } from '@kolleges/design'

/**
 * What the caller knows comes first. The institution that issues is never made up: what it lacks is missing. A name that is no
 * variable of ours is a column of somebody's roster, and its own name stands in for its value.
 */
export function sampleValues(
  document: DesignDocument,
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  const { language } = document
  const samples = VARIABLES.filter(({ key, kind }) => kind !== 'picture' && !key.startsWith('institution1.')).map(
    ({ key, sample }) => [key, sample[language]] as const,
  )
  const columns = variablesOf(document)
    .filter(({ key }) => !findVariable(key))
    .map(({ key }) => [key, `〔${key}〕`] as const)
  const given = Object.entries(known).map(([name, value]) => [keyOf(name), value] as const)
  return Object.fromEntries([...samples, ...columns, ...given])
}

/** For looking only: a preview never has a hole where the institution has not said something yet. */
export function previewValues(
  document: DesignDocument,
  known: Readonly<Record<string, string>>,
): BindingData['values'] {
  const own = VARIABLES.filter(({ key, kind }) => kind !== 'picture' && key.startsWith('institution1.'))
  const samples = own.map(({ key, sample }) => [key, sample[document.language]] as const)
  return { ...Object.fromEntries(samples), ...sampleValues(document, known) }
}
