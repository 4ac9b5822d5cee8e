// The menu: where one can go, in which institution, in which language.
import type { Capability } from '@kolleges/api'
import { SegmentedControl } from '@mantine/core'
import {
  type Icon,
  IconBuildingBank,
  IconCertificate,
  IconColorSwatch,
  IconHexagon,
  IconHistory,
  IconHome,
  IconKey,
  IconMail,
  IconPalette,
  IconPlugConnected,
  IconRoute,
  IconSend,
  IconStack2,
  IconTransferIn,
  IconUsers,
} from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { useRememberLanguage } from '../access/queries.ts'
import { useSession } from '../access/session.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import type { Language } from '../language/language.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { InstitutionMenu } from './InstitutionMenu.tsx'
import { words } from './words.ts'

interface Place {
  to: string
  label: Exclude<keyof typeof words.ko, 'keys'>
  icon: Icon
  needs?: Capability
}
const WORK: Place[] = [
  { to: '/', label: 'home', icon: IconHome },
  { to: '/achievements', label: 'achievements', icon: IconHexagon, needs: 'achievements.read' },
  { to: '/designs', label: 'designs', icon: IconPalette, needs: 'achievements.read' },
  { to: '/pathways', label: 'pathways', icon: IconRoute, needs: 'pathways.read' },
  { to: '/recognition', label: 'recognition', icon: IconTransferIn, needs: 'pathways.read' },
  { to: '/issue', label: 'issue', icon: IconSend, needs: 'awards.write' },
  { to: '/batches', label: 'batches', icon: IconStack2, needs: 'awards.read' },
  { to: '/credentials', label: 'credentials', icon: IconCertificate, needs: 'awards.read' },
  { to: '/messages', label: 'messages', icon: IconMail, needs: 'messages.read' },
]
const SETTINGS: Place[] = [
  { to: '/institution', label: 'institution', icon: IconBuildingBank, needs: 'institution.read' },
  { to: '/brand', label: 'brand', icon: IconColorSwatch, needs: 'achievements.read' },
  { to: '/members', label: 'members', icon: IconUsers, needs: 'members.read' },
  { to: '/api-keys', label: 'apiKeys', icon: IconPlugConnected, needs: 'api-keys.read' },
  { to: '/signing-keys', label: 'signingKeys', icon: IconKey, needs: 'institution.read' },
  { to: '/audit', label: 'audit', icon: IconHistory, needs: 'audit.read' },
]

export function Navigation({ onGo }: { onGo?: () => void }) {
  const say = useWords(words)
  return (
    <>
      <InstitutionMenu />
      <nav aria-label={say.navigation} style={{ flex: 1 }}>
        <Places places={WORK} onGo={onGo} />
        <div className="nav-heading">{say.settings}</div>
        <Places places={SETTINGS} onGo={onGo} />
      </nav>
      <LanguageSwitch />
      <AccountMenu />
    </>
  )
}

function Places({ places, onGo }: { places: Place[]; onGo?: () => void }) {
  const say = useWords(words)
  const { capabilities } = useSession()
  const reachable = places.filter((place) => !place.needs || capabilities.includes(place.needs))
  return reachable.map(({ to, label, icon: Picture }) => (
    <NavLink key={to} to={to} end={to === '/'} className="nav-link" onClick={onGo}>
      <Picture size={18} stroke={1.7} aria-hidden />
      {say[label]}
    </NavLink>
  ))
}

function LanguageSwitch() {
  const say = useWords(words)
  const { language, choose } = useLanguage()
  const remember = useRememberLanguage()
  return (
    <SegmentedControl
      aria-label={say.language}
      size="xs"
      fullWidth
      my="xs"
      value={language}
      data={[
        { value: 'ko', label: '한국어' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(chosen) => {
        choose(chosen as Language)
        remember.mutate(chosen as Language)
      }}
    />
  )
}
