/** Counts and times what the server does, in the form Prometheus reads. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { counters } from './counters.ts'

export type Metrics = {
  observe(method: string, path: string, status: number, ms: number): void
  print(): Promise<{ readonly text: string; readonly mediaType: string }>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests take, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    observe: (method, path, status, ms) => requests.observe({ method, route: path, status }, ms / 1000),
    print: async () => {
      const all = Registry.merge([registry, counters])
      return { text: await all.metrics(), mediaType: all.contentType }
    },
  }
}
