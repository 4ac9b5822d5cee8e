/** The thread that clears paper off pictures: reading, clearing and writing one takes some hundred milliseconds. */
import { clearPaper } from '@kolleges/design'
import { decodePng, encodePng } from '../platform/png.ts'
import { takeTasks } from '../platform/thread-tasks.ts'

export const PAPER_PROGRAM = import.meta.filename
export const PAPER_ROLE = 'paper'

takeTasks<Uint8Array, Uint8Array | null, never, never>(PAPER_ROLE, async (png) => withoutPaper(png))

/** Null for a picture that is nothing but paper. */
export function withoutPaper(png: Uint8Array): Uint8Array | null {
  const cleared = clearPaper(decodePng(png))
  return cleared && encodePng(cleared)
}
