/** Tells what happened: the event and the jobs of its listeners commit with the change itself. */
import type { Event } from '../events.ts'
import type { Ports, Tx } from './ports.ts'

/** Answers the event's id, which listeners get in their payload. */
export async function emit(tx: Tx, ports: Ports, { type, institutionId, payload }: Event): Promise<string> {
  const eventId = ports.random.uuid()
  await tx
    .insertInto('events')
    .values({
      institution_id: institutionId,
      id: eventId,
      type,
      payload: JSON.stringify(payload),
      at: ports.clock.now(),
    })
    .execute()
  for (const jobName of ports.queue.listeners(type)) {
    await ports.queue.enqueue(tx, jobName, { eventId, institutionId, ...payload })
  }
  return eventId
}
