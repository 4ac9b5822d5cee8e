/** A sample person's data for a document: everything it asks for has a value, so that only its own faults are found. */
import { type BindingData, type DesignDocument, findVariable, keyOf, VARIABLES, variablesOf } from '@kolleges/design'

/**
 * What the caller knows comes first; what `isReal` names is never made up, so what is not known of it is missing. A name that is no
 * variable of ours is a column of somebody's roster, and its own name stands in for its value.
 */
export function sampleValues(
  document: DesignDocument,
  known: Readonly<Record<string, string>>,
  isReal: (key: string) => boolean,
): BindingData['values'] {
  const { language } = document
  const samples = VARIABLES.filter(({ key, kind }) => kind !== 'picture' && !isReal(key)).map(
    ({ key, sample }) => [key, sample[language]] as const,
  )
  const columns = variablesOf(document)
    .filter(({ key }) => !findVariable(key))
    .map(({ key }) => [key, `〔${key}〕`] as const)
  const given = Object.entries(known).map(([name, value]) => [keyOf(name), value] as const)
  return Object.fromEntries([...samples, ...columns, ...given])
}
