// Every address of the console; each page is fetched when it is first gone to.
import type { Capability } from '@kolleges/api'
import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Allowed } from './access/Allowed.tsx'
import { SessionGate } from './access/SessionGate.tsx'
import { Shell } from './shell/Shell.tsx'
import { BrokenPage, NoSuchPage } from './shell/Trouble.tsx'

type Load = () => Promise<ComponentType>

const page = (path: string, load: Load): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  errorElement: <BrokenPage />,
})

const pageFor = (needs: Capability, path: string, load: Load): RouteObject => ({
  element: <Allowed needs={needs} />,
  children: [page(path, load)],
})

const pages: RouteObject[] = [
  page('/', async () => (await import('./home/HomePage.tsx')).HomePage),
  page('/achievements', async () => (await import('./achievements/AchievementsPage.tsx')).AchievementsPage),
  pageFor(
    'achievements.write',
    '/achievements/new',
    async () => (await import('./achievements/NewAchievementPage.tsx')).NewAchievementPage,
  ),
  page('/achievements/:id', async () => (await import('./achievements/AchievementPage.tsx')).AchievementPage),
  pageFor('achievements.read', '/designs', async () => (await import('./designs/DesignsPage.tsx')).DesignsPage),
  pageFor(
    'achievements.write',
    '/designs/new',
    async () => (await import('./designs/NewDesignPage.tsx')).NewDesignPage,
  ),
  pageFor('pathways.read', '/pathways', async () => (await import('./pathways/PathwaysPage.tsx')).PathwaysPage),
  pageFor('pathways.write', '/pathways/new', async () => (await import('./pathways/PathwayPage.tsx')).NewPathwayPage),
  pageFor('pathways.read', '/pathways/:id', async () => (await import('./pathways/PathwayPage.tsx')).PathwayPage),
  pageFor(
    'pathways.read',
    '/recognition',
    async () => (await import('./recognition/RecognitionPage.tsx')).RecognitionPage,
  ),
  pageFor(
    'pathways.write',
    '/recognition/programmes/new',
    async () => (await import('./recognition/ProgrammePage.tsx')).NewProgrammePage,
  ),
  pageFor(
    'pathways.read',
    '/recognition/programmes/:id',
    async () => (await import('./recognition/ProgrammePage.tsx')).ProgrammePage,
  ),
  pageFor(
    'pathways.read',
    '/recognition/:id',
    async () => (await import('./recognition/ApplicationPage.tsx')).ApplicationPage,
  ),
  pageFor('awards.write', '/issue', async () => (await import('./issuing/IssuePage.tsx')).IssuePage),
  page('/batches', async () => (await import('./issuing/BatchesPage.tsx')).BatchesPage),
  page('/batches/:id', async () => (await import('./issuing/BatchPage.tsx')).BatchPage),
  page('/credentials', async () => (await import('./issuing/CredentialsPage.tsx')).CredentialsPage),
  page('/credentials/:id', async () => (await import('./issuing/CredentialPage.tsx')).CredentialPage),
  pageFor('messages.read', '/messages/:id?', async () => (await import('./delivery/MessagesPage.tsx')).MessagesPage),
  page('/institution', async () => (await import('./issuers/InstitutionPage.tsx')).InstitutionPage),
  pageFor('achievements.read', '/brand/:id?', async () => (await import('./brand/BrandPage.tsx')).BrandPage),
  pageFor('achievements.write', '/badge-family', async () => (await import('./brand/FamilyPage.tsx')).FamilyPage),
  pageFor('members.read', '/members', async () => (await import('./access/MembersPage.tsx')).MembersPage),
  pageFor('api-keys.read', '/api-keys', async () => (await import('./access/ApiKeysPage.tsx')).ApiKeysPage),
  page('/signing-keys', async () => (await import('./issuers/SigningKeysPage.tsx')).SigningKeysPage),
  pageFor('audit.read', '/audit', async () => (await import('./audit/AuditPage.tsx')).AuditPage),
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
        // The editor needs the whole window.
        pageFor('achievements.read', '/designs/:id', async () => (await import('./designs/DesignPage.tsx')).DesignPage),
        { Component: Shell, children: pages },
      ],
    },
  ],
  { basename: '/app' },
)
