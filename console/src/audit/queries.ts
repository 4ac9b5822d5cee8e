// Asks the server who did what.
import { type AuditEntry, routes } from '@kolleges/api'
import { api, keysetQuery } from '../api.ts'

export const auditQuery = () =>
  keysetQuery<AuditEntry>(['audit'], (starting_after) =>
    api.call(routes.audit.list, { query: { starting_after, limit: 50 } }),
  )
