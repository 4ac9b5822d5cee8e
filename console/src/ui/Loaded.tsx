// Shows what a query brought; until then a skeleton, and when it failed a way to try again.
import { Button, Skeleton, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { explain } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'

/** Anything faster needs no skeleton: a flash is worse than a short nothing. */
const SKELETON_AFTER_MS = 300

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <FaultNote error={query.error} onRetry={() => void query.refetch()} />
  return <Later>{skeleton ?? <RowsSkeleton />}</Later>
}

/** Waits a moment before showing that there is a wait. */
export function Later({ children }: { children: ReactNode }) {
  const say = useWords(common)
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), SKELETON_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{isDue ? say.loading : ''}</span>
      {isDue && <div aria-hidden>{children}</div>}
    </div>
  )
}

export function FaultNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(common)
  const { language } = useLanguage()
  return (
    <div className="empty" role="alert">
      <h2>{say.failedTitle}</h2>
      <p>{explain(error, language)}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {say.retry}
        </Button>
      )}
    </div>
  )
}

export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Stack gap={8}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} height={40} radius={6} />
      ))}
    </Stack>
  )
}
