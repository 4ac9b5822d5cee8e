// Lets nobody further who is not signed in and working in an institution.
import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { problemOf } from '../api.ts'
import { useFormat, useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { chosenLanguage } from '../language/language.ts'
import { FaultNote, Later } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { sessionQuery, useChooseInstitution } from './queries.ts'
import { SessionContext, useSession } from './session.ts'
import { words } from './words.ts'

const SET_UP = '/set-up'

export function SessionGate() {
  const session = useQuery(sessionQuery)
  const { pathname } = useLocation()
  useAccountLanguage(session.data?.account.language)
  if (!session.data) {
    // 401 is already on its way to the sign-in page.
    if (session.error && problemOf(session.error)?.status !== 401)
      return <FaultNote error={session.error} onRetry={() => void session.refetch()} />
    return <Later>Kolleges</Later>
  }
  const { current, memberships } = session.data
  const outlet =
    current || pathname === SET_UP ? (
      <Outlet />
    ) : memberships.length > 0 ? (
      <ChooseInstitution />
    ) : (
      <Navigate to={SET_UP} replace />
    )
  return <SessionContext value={session.data}>{outlet}</SessionContext>
}

/** A device that never chose a language takes the account's. */
function useAccountLanguage(language: 'ko' | 'en' | undefined) {
  const { choose } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the account's first answer counts, not later choices
  useEffect(() => {
    if (language && !chosenLanguage(document.cookie)) choose(language)
  }, [language])
}

function ChooseInstitution() {
  const { memberships } = useSession()
  const choose = useChooseInstitution()
  const say = useWords(words)
  const format = useFormat()
  return (
    <main>
      <Page title={say.choose} lead={say.chooseLead}>
        <Stack maw={420} gap="xs">
          {memberships.map((membership) => (
            <Button
              key={membership.institutionId}
              variant="default"
              size="lg"
              justify="space-between"
              onClick={() => choose.mutate(membership.institutionId)}
              rightSection={<span className="quiet">{say.roles[membership.role]}</span>}
            >
              {format.pick(membership.name)}
            </Button>
          ))}
        </Stack>
      </Page>
    </main>
  )
}
