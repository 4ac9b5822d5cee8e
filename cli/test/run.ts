// Runs the command line tool as its users do.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../src/main.ts')

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

export async function kolleges(...words: readonly string[]): Promise<Ran> {
  const env = { PATH: process.env.PATH, LANG: 'en_US.UTF-8' }
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? -1))),
  ])
  return { code, out, err }
}

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
