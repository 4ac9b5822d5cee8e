// First step: which badge.
import type { Achievement } from '@kolleges/api'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { BadgePicture } from '../achievements/BadgePicture.tsx'
import { achievementsQuery } from '../achievements/queries.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { IssueWizard } from './use-issue.ts'
import { words } from './words.ts'

export function BadgeStep({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const list = useInfiniteQuery(achievementsQuery('published'))
  const achievements = list.data?.pages.flatMap((page) => page.data)
  return (
    <StepFrame title={say.chooseBadge}>
      <Loaded query={{ ...list, data: achievements }}>
        {(badges) =>
          badges.length === 0 ? <NoBadges /> : <Badges badges={badges} choose={(id) => wizard.go('people', id)} />
        }
      </Loaded>
      <LoadMore query={list} />
    </StepFrame>
  )
}

function Badges({ badges, choose }: { badges: Achievement[]; choose: (id: string) => void }) {
  return (
    <ul className="badge-cards">
      {badges.map((badge) => (
        <li key={badge.id}>
          <button type="button" onClick={() => choose(badge.id)}>
            <BadgePicture design={badge.design} size={112} />
            <strong>{badge.name}</strong>
            <span className="quiet">{badge.description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function NoBadges() {
  const say = useWords(words)
  const make = (
    <Button component={Link} to="/achievements/new">
      {say.makeBadge}
    </Button>
  )
  return <Empty title={say.noBadges} text={say.noBadgesText} action={make} />
}
