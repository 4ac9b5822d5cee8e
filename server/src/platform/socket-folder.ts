/** Where the database's unix socket lies: in the data folder, or in a short folder when that path is too long. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SOCKET_PATH_BYTES_MAX } from './limits.ts'

export const SOCKET_PORT = 5432
export const socketPath = (folder: string): string => join(folder, `.s.PGSQL.${SOCKET_PORT}`)

export function socketFolder(dataFolder: string, temporary: string = tmpdir()): string {
  const near = join(dataFolder, 'pg-socket')
  if (Buffer.byteLength(socketPath(near)) <= SOCKET_PATH_BYTES_MAX) return near
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(temporary, `kolleges-${name}`)
}
