// Every address of the console; each page is fetched when it is first gone to.
import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { SessionGate } from './access/SessionGate.tsx'
import { Shell } from './shell/Shell.tsx'
import { BrokenPage, NoSuchPage } from './shell/Trouble.tsx'

const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  errorElement: <BrokenPage />,
})

const pages: RouteObject[] = [
  page('/', async () => (await import('./home/HomePage.tsx')).HomePage),
  page('/achievements', async () => (await import('./achievements/AchievementsPage.tsx')).AchievementsPage),
  page('/achievements/new', async () => (await import('./achievements/NewAchievementPage.tsx')).NewAchievementPage),
  page('/achievements/:id', async () => (await import('./achievements/AchievementPage.tsx')).AchievementPage),
  page('/issue', async () => (await import('./issuing/IssuePage.tsx')).IssuePage),
  page('/batches', async () => (await import('./issuing/BatchesPage.tsx')).BatchesPage),
  page('/batches/:id', async () => (await import('./issuing/BatchPage.tsx')).BatchPage),
  page('/credentials', async () => (await import('./issuing/CredentialsPage.tsx')).CredentialsPage),
  page('/credentials/:id', async () => (await import('./issuing/CredentialPage.tsx')).CredentialPage),
  page('/messages', async () => (await import('./delivery/MessagesPage.tsx')).MessagesPage),
  page('/messages/:id', async () => (await import('./delivery/MessagesPage.tsx')).MessagesPage),
  page('/institution', async () => (await import('./issuers/InstitutionPage.tsx')).InstitutionPage),
  page('/members', async () => (await import('./access/MembersPage.tsx')).MembersPage),
  page('/api-keys', async () => (await import('./access/ApiKeysPage.tsx')).ApiKeysPage),
  page('/signing-keys', async () => (await import('./issuers/SigningKeysPage.tsx')).SigningKeysPage),
  page('/audit', async () => (await import('./audit/AuditPage.tsx')).AuditPage),
  { path: '*', Component: NoSuchPage },
]

export const router = createBrowserRouter(
  [
    {
      Component: SessionGate,
      HydrateFallback: () => null,
      errorElement: <BrokenPage />,
      children: [
        page('/set-up', async () => (await import('./issuers/SetUpPage.tsx')).SetUpPage),
        { Component: Shell, children: pages },
      ],
    },
  ],
  { basename: '/app' },
)
