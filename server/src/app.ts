/** Puts the server's HTTP side together: every slice's routes and pages under one roof. */
import { type Health, registerHealth } from './platform/health.ts'
import { type Authenticate, type Http, openHttp } from './platform/http.ts'
import { openMetrics } from './platform/metrics.ts'
import type { Ports } from './platform/ports.ts'
import { registerRoutes } from './slices.ts'

export type AppOptions = { readonly health?: Health; readonly proveAnswers?: boolean }

export async function openApp(ports: Ports, options: AppOptions = {}): Promise<Http> {
  const metrics = openMetrics()
  const http = openHttp({
    ports,
    authenticate: await loadAuthenticate(),
    metrics,
    proveAnswers: options.proveAnswers ?? false,
  })
  registerHealth(http.on, options.health ?? { draining: false }, metrics)
  await registerRoutes(http.on)
  return http
}

async function loadAuthenticate(): Promise<Authenticate> {
  try {
    const path = './access/index.ts'
    return ((await import(path)) as { authenticate: Authenticate }).authenticate
  } catch {
    return async () => []
  }
}
