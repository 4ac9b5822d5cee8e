/** The server's command line: serve, migrate, and what an operator does by hand. */
import { parseArgs } from 'node:util'
import { type Administered, adminCommands } from './admin.ts'
import { main } from './main.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { PlatformError } from './platform/errors.ts'
import { openPorts } from './platform/open-ports.ts'
import { declareJobs } from './worker.ts'

const USAGE = `kolleges-server serve
kolleges-server migrate
kolleges-server admin create-institution --name NAME [--name-en NAME] --slug SLUG --owner EMAIL [--kind KIND] [--json]
kolleges-server admin confirm-institution --slug SLUG [--json]
kolleges-server admin sign-in-link --email EMAIL [--json]
`

/** Something the caller wrote is wrong: told in one line, with exit code 2. */
class UsageError extends Error {}

async function run(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args
  if (command === 'serve') return main(process.env)
  if (command === 'migrate') return migrateOnly()
  if (command === 'admin') return administer(rest)
  if (command === 'help' || command === '--help') return void process.stdout.write(USAGE)
  throw new UsageError(command ? `There is no command ${command}.` : 'A command is missing.')
}

async function migrateOnly(): Promise<void> {
  const open = await openPorts(readConfig(process.env))
  await open.close()
}

async function administer([name = '', ...rest]: readonly string[]): Promise<void> {
  const command = adminCommands[name]
  if (!command) throw new UsageError(name ? `There is no admin command ${name}.` : 'An admin command is missing.')
  const values = parseOptions(rest, command.options)
  const missing = command.required.filter((option) => values[option] === undefined)
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((option) => `--${option}`).join(', ')}.`)
  const open = await openPorts(readConfig(process.env))
  try {
    declareJobs(open.ports)
    await open.queue.start({ take: false })
    const done = await command.run(open.ports, values)
    tell(done, values.json !== undefined)
  } finally {
    await open.queue.stop()
    await open.close()
  }
}

/** `--json` stands without a value. */
function parseOptions(args: readonly string[], names: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: args.filter((arg) => arg !== '--json'), options, strict: true })
    return { ...values, json: args.includes('--json') ? 'yes' : undefined }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Standard output carries the answer and nothing else, so that a program can read it. */
function tell(done: Administered, json: boolean): void {
  if (done.outcome === 'refused') {
    process.stderr.write(`${done.reason}\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(json ? `${JSON.stringify(done.answer)}\n` : `${done.lines.join('\n')}\n`)
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const isUsage = error instanceof UsageError
  const isOurs = isUsage || error instanceof ConfigError || error instanceof PlatformError
  process.stderr.write(`${isOurs ? error.message : error instanceof Error ? error.stack : error}\n`)
  if (isUsage) process.stderr.write(`\n${USAGE}`)
  process.exitCode = isUsage ? 2 : 1
}
