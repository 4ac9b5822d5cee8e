/** Tells what happened: the event and the jobs of its listeners commit with the change itself. */
import type { Event } from '../events.ts'
import type { Ports, Tx } from './ports.ts'

/** Answers the event's id, which listeners get in their payload. */
export async function emit(tx: Tx, ports: Ports, event: Event): Promise<string> {
  const [id] = await emitAll(tx, ports, [event])
  return id!
}

/** The same for what happened to many at once, in one statement and one more for each listener. */
export async function emitAll(tx: Tx, ports: Ports, events: readonly Event[]): Promise<string[]> {
  if (events.length === 0) return []
  const at = ports.clock.now()
  const told = events.map((event) => ({ ...event, eventId: ports.random.uuid() }))
  await tx
    .insertInto('events')
    .values(
      told.map(({ institutionId, eventId, type, payload }) => ({
        ...{ institution_id: institutionId, id: eventId, type, payload: JSON.stringify(payload), at },
      })),
    )
    .execute()
  for (const [type, of] of Map.groupBy(told, (one) => one.type))
    for (const jobName of ports.queue.listeners(type))
      await ports.queue.enqueueAll(
        tx,
        jobName,
        of.map(({ eventId, institutionId, payload }) => ({
          key: eventId,
          payload: { eventId, institutionId, ...payload },
        })),
      )
  return told.map(({ eventId }) => eventId)
}
