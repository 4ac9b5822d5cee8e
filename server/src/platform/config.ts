/** Reads every setting from the environment, the only place that does. */
import { resolve } from 'node:path'

export type BlobPlace =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 's3'
      readonly endpoint: string
      readonly bucket: string
      readonly prefix: string
      readonly region: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
    }

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute path of the data folder. */
  readonly dataFolder: string
  /** Scheme and authority without a trailing slash; every public address begins with it. */
  readonly origin: string
  /** Absent: the server runs a database of its own. */
  readonly databaseUrl: string | undefined
  /** Absent: messages stay in the outbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly blobs: BlobPlace
  /** Absent: a secret is made once and kept in the data folder. */
  readonly secret: string | undefined
  /** Absent: `/metrics` answers callers on this machine only. */
  readonly metricsToken: string | undefined
  /** Opens the endpoints for outside test suites, which sign whatever they are handed: never where real credentials are issued. */
  readonly conformance: boolean
  /** False trades durability for speed; only test clusters do. */
  readonly fsync: boolean
}

export type Environment = Readonly<Record<string, string | undefined>>

const SECRET_CHARACTERS_MIN = 32

export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The settings have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n  ${faults.join('\n  ')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** Checks all settings at once and throws one `ConfigError` that names every fault. */
export function readConfig(env: Environment): Config {
  const faults: string[] = []
  const fault = (text: string): void => void faults.push(text)
  const port = readPort(env.PORT, fault)
  const dataFolder = resolve(textOf(env.KOLLEGES_DATA) ?? './data')
  const origin = readOrigin(textOf(env.KOLLEGES_ORIGIN) ?? `http://localhost:${port}`, fault)
  const config: Config = {
    port,
    host: textOf(env.HOST) ?? '0.0.0.0',
    dataFolder,
    origin,
    databaseUrl: readUrl('DATABASE_URL', env, ['postgres:', 'postgresql:'], fault),
    smtpUrl: readUrl('SMTP_URL', env, ['smtp:', 'smtps:'], fault),
    mailFrom: readMailFrom(
      textOf(env.MAIL_FROM) ?? `Kolleges <no-reply@${URL.parse(origin)?.hostname ?? 'localhost'}>`,
      fault,
    ),
    blobs: readBlobs(env, dataFolder, fault),
    secret: readSecret(textOf(env.KOLLEGES_SECRET), fault),
    metricsToken: textOf(env.METRICS_TOKEN),
    conformance: readSwitch('KOLLEGES_CONFORMANCE', env.KOLLEGES_CONFORMANCE, fault),
    fsync: true,
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return Object.freeze(config)
}

type Fault = (text: string) => void

const textOf = (value: string | undefined): string | undefined => {
  const trimmed = value?.trim()
  return trimmed === '' ? undefined : trimmed
}

function readPort(value: string | undefined, fault: Fault): number {
  const port = Number(textOf(value) ?? '3000')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  fault(`PORT is "${value}"; wanted a whole number from 0 to 65535.`)
  return 3000
}

function readOrigin(value: string, fault: Fault): string {
  const url = URL.parse(value)
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === value.replace(/\/$/, '')) {
    return url.origin
  }
  fault(`KOLLEGES_ORIGIN is "${value}"; wanted scheme and host alone, like https://badges.hanbit.example.`)
  return value
}

function readUrl(name: string, env: Environment, schemes: readonly string[], fault: Fault): string | undefined {
  const value = textOf(env[name])
  if (value === undefined) return undefined
  const url = URL.parse(value)
  // The value may hold a password, so the message does not repeat it.
  if (!url || !schemes.includes(url.protocol)) fault(`${name} is not an address beginning with ${schemes[0]}//.`)
  return value
}

function readMailFrom(value: string, fault: Fault): string {
  if (/^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(value)) return value
  fault(`MAIL_FROM is "${value}"; wanted an address, or a name followed by <address>.`)
  return value
}

function readSecret(value: string | undefined, fault: Fault): string | undefined {
  if (value !== undefined && value.length < SECRET_CHARACTERS_MIN) {
    fault(`KOLLEGES_SECRET has ${value.length} characters; wanted at least ${SECRET_CHARACTERS_MIN}.`)
  }
  return value
}

/** `1` is on; absent, empty and `0` are off; anything else is a mistake. */
function readSwitch(name: string, value: string | undefined, fault: Fault): boolean {
  const text = textOf(value)
  if (text !== undefined && text !== '0' && text !== '1') fault(`${name} is "${text}"; wanted 1 or 0.`)
  return text === '1'
}

/** `file:///path`, or `s3://key:secret@host/bucket/prefix?region=auto`. */
function readBlobs(env: Environment, dataFolder: string, fault: Fault): BlobPlace {
  const folder: BlobPlace = { kind: 'folder', path: resolve(dataFolder, 'blobs') }
  const value = textOf(env.BLOBS_URL)
  if (value === undefined) return folder
  const url = URL.parse(value)
  if (url?.protocol === 'file:') return { kind: 'folder', path: resolve(decodeURIComponent(url.pathname)) }
  const [, bucket = '', ...prefix] = url?.pathname.split('/') ?? []
  if (url?.protocol === 's3:' && url.host && url.username && url.password && bucket) {
    const scheme = url.searchParams.get('insecure') === 'true' ? 'http' : 'https'
    return {
      kind: 's3',
      endpoint: `${scheme}://${url.host}`,
      bucket,
      prefix: prefix.filter(Boolean).join('/'),
      region: url.searchParams.get('region') ?? 'auto',
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    }
  }
  fault('BLOBS_URL is not an address like file:///srv/blobs or s3://KEY:SECRET@HOST/BUCKET?region=REGION.')
  return folder
}
