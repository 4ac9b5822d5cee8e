/** Counters of what happens beneath the requests, shown with the other metrics. */
import { sharedShapes } from '@kolleges/credentials'
import { Counter, Gauge, Registry } from 'prom-client'

export const counters = new Registry()

export const countOf = <Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
): Counter<Label> => new Counter({ name, help, labelNames: [...labelNames], registers: [counters] })

new Gauge({
  name: 'credential_documents_hashed',
  help: 'Documents hashed to be signed or verified since the start: by a compiled shape, by the reference, or by the reference because a shape refused them.',
  labelNames: ['way'],
  registers: [counters],
  collect() {
    for (const [way, count] of Object.entries(sharedShapes.counts)) this.set({ way }, count)
  },
})
