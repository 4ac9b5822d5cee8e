// Carries the faults the server found to the fields where they were typed.
interface Fault {
  pointer: string
  detail: string
}

/** `#/criteria/narrative` becomes `criteria.narrative`, the name the form gives that field. */
export const fieldOf = (pointer: string): string =>
  pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/** Field name to sentence; the first fault of a field speaks for it. */
export function faultsByField(faults: readonly Fault[] | undefined): Record<string, string> {
  const byField: Record<string, string> = {}
  for (const fault of faults ?? []) byField[fieldOf(fault.pointer)] ??= fault.detail
  return byField
}
