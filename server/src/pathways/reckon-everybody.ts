/** Reckons every learner of an institution anew, as after a graduation, the end of a term or a new rule. */
import type { Ports } from '../platform/ports.ts'
import { advanceLearners } from './advance.ts'
import { RECKON_EVERYBODY } from './job-names.ts'
import { LEARNERS_PER_RECKONING, LEARNERS_PER_RECKONING_PAGE, RECKONING_LANES } from './limits.ts'
import { type Refusal, refuse } from './pathway.ts'
import { countHolders, findPathway, listHolders } from './store.ts'

export type ReckonEverybody = {
  readonly institutionId: string
  /** One pathway alone; without it all that are published. */
  readonly pathwayId?: string | undefined
}

/**
 * The whole batch in this process: `await reckonEverybody(ports, { institutionId })` answers how many learners were reckoned.
 * What is held in memory is one page of ids and two parts of the ledger, however many learners there are. Micro-degrees that are
 * thereby complete are written down and handed to signing as ever. Through the API it is `POST /v1/reckonings`, which leaves the
 * same work to jobs of one page each.
 */
export async function reckonEverybody(ports: Ports, command: ReckonEverybody): Promise<number> {
  let [learners, after] = [0, undefined as string | undefined]
  do {
    const page = await reckonPage(ports, { ...command, after })
    learners += page.learners
    after = page.after
  } while (after !== undefined)
  return learners
}

/** Leaves the work to jobs; asked twice before they have begun it is done once. */
export const askReckoning = (
  ports: Ports,
  { institutionId, pathwayId }: ReckonEverybody,
): Promise<{ readonly outcome: 'asked'; readonly learners: number } | Refusal<'not-found' | 'pathway-not-published'>> =>
  ports.db.tenant(institutionId, async (tx) => {
    const pathway = pathwayId === undefined ? undefined : await findPathway(tx, institutionId, pathwayId)
    if (pathway === null) return refuse('not-found')
    if (pathway?.publishedVersion === null) return refuse('pathway-not-published')
    await ports.queue.enqueue(tx, RECKON_EVERYBODY, { institutionId, pathwayId }, { key: pathwayId ?? institutionId })
    return { outcome: 'asked', learners: await countHolders(tx, institutionId) }
  })

export type ReckonPage = ReckonEverybody & { readonly after?: string | undefined }

/** One page of learners, and then the job of the next: a kill loses at most this page, which is simply done again. */
export async function reckonPageAndGoOn(ports: Ports, command: ReckonPage): Promise<void> {
  const { institutionId, pathwayId } = command
  const { after } = await reckonPage(ports, command)
  if (after === undefined) return
  await ports.db.tenant(institutionId, (tx) =>
    ports.queue.enqueue(
      tx,
      RECKON_EVERYBODY,
      { institutionId, pathwayId, after },
      { key: `${institutionId} ${after}` },
    ),
  )
}

/** `after` is where the next page begins; undefined when this was the last. */
async function reckonPage(
  ports: Ports,
  { institutionId, pathwayId, after }: ReckonPage,
): Promise<{ learners: number; after: string | undefined }> {
  const ids = await ports.db.tenant(institutionId, (tx) =>
    listHolders(tx, institutionId, { after, limit: LEARNERS_PER_RECKONING_PAGE }),
  )
  const parts = Array.from({ length: Math.ceil(ids.length / LEARNERS_PER_RECKONING) }, (_, i) =>
    ids.slice(i * LEARNERS_PER_RECKONING, (i + 1) * LEARNERS_PER_RECKONING),
  ).reverse()
  // While the database answers one lane, the rules are evaluated in the other.
  const lane = async (): Promise<void> => {
    for (let part = parts.pop(); part; part = parts.pop())
      await advanceLearners(ports, { institutionId, learnerIds: part, pathwayId })
  }
  await Promise.all(Array.from({ length: RECKONING_LANES }, lane))
  return { learners: ids.length, after: ids.length < LEARNERS_PER_RECKONING_PAGE ? undefined : ids.at(-1) }
}
