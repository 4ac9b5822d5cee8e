/** Prints `docs/api.md` from the URL space of the API; run it after a change there. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRoutes, PROBLEMS, type Route } from '@kolleges/api'

export const API_DOCUMENT = join(import.meta.dirname, '../docs/api.md')

export const apiDocument = (): string => `# The API

Printed from \`api/src/routes.ts\` and \`api/src/problem.ts\` by \`scripts/print-docs.ts\`; the full schemas are at \`/openapi.json\`.

Send an API key as \`Authorization: Bearer kl_live_…\`. A person's session works too, with the cookie the sign-in sets. Bodies and answers are JSON.
Times are RFC 3339. Lists take \`limit\` and \`starting_after\` and answer \`{ data, has_more }\`.

## Calls

| call | needs | does |
|---|---|---|
${(allRoutes as readonly Route[]).map(rowOf).join('\n')}

Calls marked ↻ take an \`Idempotency-Key\`: repeating the call with the same key and body within 24 hours has one effect and gives the first answer
again, with \`Idempotent-Replayed: true\`. A refusal is not remembered.

## Refusals

A refusal is \`application/problem+json\` (RFC 9457) with a stable \`code\`; faults of single fields stand in \`errors\`, each with a JSON \`pointer\`, a
\`code\` and a sentence in the language of \`Accept-Language\`.

| code | status | sentence |
|---|---|---|
${Object.entries(PROBLEMS)
  .map(([code, [status, , sentence]]) => `| \`${code}\` | ${status} | ${sentence} |`)
  .join('\n')}
`

const rowOf = ({ method, path, capability, summary, idempotent }: Route): string =>
  `| \`${method} ${path}\`${idempotent ? ' ↻' : ''} | ${capability} | ${summary} |`

if (import.meta.main) writeFileSync(API_DOCUMENT, apiDocument())
