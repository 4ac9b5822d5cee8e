// Judges every vector inside a browser, and leaves what it found in the page.

import { judge, type MaterialFile, madeBytes, type VerificationVector } from './vector-material.ts'

interface Handed {
  readonly material: MaterialFile
  readonly vectors: readonly (VerificationVector & { readonly base64: string })[]
}

const { material, vectors }: Handed = await (await fetch('/vectors.json')).json()
const answers: Record<string, string> = {}

for (const { file, base64, made, at, check, recipient } of vectors) {
  const bytes = made ? madeBytes(made) : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const result = await judge({ bytes, file: material, at, ...(recipient ? { recipient } : {}) })
  const line = check ? result.checks.find((each) => each.check === check) : result.checks[0]
  answers[file] = `${result.verdict} ${line?.because ?? ''}`
}
document.body.textContent = JSON.stringify(answers)
