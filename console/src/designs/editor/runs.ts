// Parts a drawing into layers while some of its elements are in the hand, so that those can be moved without drawing anything anew.
import type { LaidPart, Outlined, Shape } from '@kolleges/design'

export interface Run {
  readonly isLifted: boolean
  readonly shapes: readonly Shape[]
}

/** More layers than this cost more than they show: then what is lifted lies on top of everything. */
const RUNS_MAX = 9

export function runsOf(parts: readonly LaidPart[], lifted: ReadonlySet<string>): Run[] {
  const runs: { isLifted: boolean; shapes: Shape[] }[] = []
  for (const { id, shapes } of parts) {
    const isLifted = lifted.has(id)
    const last = runs.at(-1)
    if (last?.isLifted === isLifted) last.shapes.push(...shapes)
    else runs.push({ isLifted, shapes: [...shapes] })
  }
  if (runs.length <= RUNS_MAX) return runs
  const of = (isLifted: boolean) => runs.filter((run) => run.isLifted === isLifted).flatMap(({ shapes }) => shapes)
  return [
    { isLifted: false, shapes: of(false) },
    { isLifted: true, shapes: of(true) },
  ]
}

/** Everything that goes along with the chosen: what lies in them, and the seals that follow their texts. */
export function liftedBy(outlined: readonly Outlined[], ids: ReadonlySet<string>): Set<string> {
  const lifted = new Set(ids)
  for (const { element, parent } of outlined) if (parent !== null && lifted.has(parent)) lifted.add(element.id)
  for (const { element } of outlined)
    if (element.kind === 'seal' && element.on !== undefined && lifted.has(element.on)) lifted.add(element.id)
  return lifted
}
