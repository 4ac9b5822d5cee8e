// Runs a TypeScript file of ours on Node 24: the pinned one when it is installed, else this one when it is new enough.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAJOR_MIN = 24

/** The nearest `node_modules` upward that holds the pinned Node. */
export function findNode(from) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let folder = from; ; folder = dirname(folder)) {
    const pinned = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program)
    if (existsSync(pinned)) return pinned
    if (folder === dirname(folder)) break
  }
  if (Number(process.versions.node.split('.')[0]) >= MAJOR_MIN) return process.execPath
  process.stderr.write(
    `Kolleges needs Node ${MAJOR_MIN} or newer; this is ${process.version}. Run "npm install" first.\n`,
  )
  process.exit(1)
}

/** Hands over input, output, signals and the exit code. */
export function launch(url) {
  const file = fileURLToPath(url)
  const child = spawn(findNode(dirname(file)), [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
