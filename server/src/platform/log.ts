/** The log: one JSON line per happening, without addresses, names or tokens of people. */
import pino from 'pino'
import { PlatformError } from './errors.ts'
import type { Log } from './ports.ts'

export function openLog(destination?: pino.DestinationStream): Log {
  // Standard error: standard output belongs to what a command answers.
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination({ fd: 2, sync: true }),
  )
  return {
    info: (message, details) => logger.info(details ?? {}, message),
    warn: (message, details) => logger.warn(details ?? {}, message),
    error: (message, error, details) => logger.error({ ...details, ...describe(error) }, message),
  }
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** A stranger's error message may quote data (a unique key's value, a mail address), so only its class and places stay. */
function describe(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  return {
    error: error.name,
    code: typeof code === 'string' ? code : undefined,
    message: error instanceof PlatformError ? error.message : undefined,
    at: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
    cause: error.cause === undefined ? undefined : JSON.stringify(describe(error.cause)),
  }
}
