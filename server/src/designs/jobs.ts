/** The background work of designs. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { RENDER_BADGE_DESIGN } from './job-names.ts'
import { RENDER_ATTEMPTS_MAX } from './limits.ts'
import { ensureRendered } from './render.ts'

export function register(ports: Ports): void {
  ports.queue.work(
    {
      name: RENDER_BADGE_DESIGN,
      payload: z.object({ institutionId: z.uuid(), designId: z.uuid() }),
      attemptsMax: RENDER_ATTEMPTS_MAX,
    },
    ({ institutionId, designId }) => ensureRendered(ports, institutionId, designId),
  )
}
