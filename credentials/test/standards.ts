// Finds the published schemas and test suites, which are reference data and no part of this repository.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env.KOLLEGES_STANDARDS ?? fileURLToPath(new URL('../../../shared/standards', import.meta.url))

/** A reason for node:test to skip, said aloud in its report; false when the folder is there. */
export const standardsMissing = existsSync(folder)
  ? false
  : `not run: no standards at ${folder} (set KOLLEGES_STANDARDS)`

export const standardPath = (path: string): string => `${folder}/${path}`
export const standardText = (path: string): string => readFileSync(standardPath(path), 'utf8')
