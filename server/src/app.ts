/** Puts the server's HTTP side together: every slice's routes and pages under one roof. */
import { authenticate } from './access/index.ts'
import { register as access } from './access/routes.ts'
import { register as achievements } from './achievements/routes.ts'
import { register as audit } from './audit/routes.ts'
import { register as cohorts } from './cohorts/routes.ts'
import { register as conformance } from './conformance/routes.ts'
import { register as delivery } from './delivery/routes.ts'
import { register as designs } from './designs/routes.ts'
import { register as issuers } from './issuers/routes.ts'
import { register as issuing } from './issuing/routes.ts'
import { register as learners } from './learners/routes.ts'
import { register as pathways } from './pathways/routes.ts'
import type { On } from './platform/handler.ts'
import { type Health, registerHealth } from './platform/health.ts'
import { type Http, openHttp } from './platform/http.ts'
import { openMetrics } from './platform/metrics.ts'
import type { Ports } from './platform/ports.ts'
import { register as recognition } from './recognition/routes.ts'
import { register as status } from './status/routes.ts'
import { register as verification } from './verification/routes.ts'
import { register as wallet } from './wallet/routes.ts'

export type AppOptions = { readonly health?: Health; readonly proveAnswers?: boolean }

const SLICES = [
  audit,
  access,
  issuers,
  learners,
  designs,
  status,
  achievements,
  issuing,
  pathways,
  wallet,
  verification,
  delivery,
  recognition,
  cohorts,
]

export function openApp(ports: Ports, { health = { draining: false }, proveAnswers = false }: AppOptions = {}): Http {
  const metrics = openMetrics()
  const http = openHttp({ ports, authenticate, metrics, proveAnswers })
  registerHealth(http.on, health, metrics)
  registerRoutes(http.on)
  if (ports.config.conformance) conformance(http.on)
  return http
}

export function registerRoutes(on: On): void {
  for (const register of SLICES) register(on)
}
