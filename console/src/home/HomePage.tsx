// Where one arrives: what to do first, what was done lately.
import './home.css'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { achievementsQuery } from '../achievements/queries.ts'
import { useInstitution } from '../issuers/queries.ts'
import { BatchTable } from '../issuing/BatchesPage.tsx'
import { batchesQuery } from '../issuing/queries.ts'
import { grouped } from '../language/format.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { words } from './words.ts'

const RECENT_MAX = 5

export function HomePage() {
  const say = useWords(words)
  const format = useFormat()
  const institution = useInstitution()
  return (
    <Page title={institution.data ? format.pick(institution.data.name) : say.home} actions={<MainAction />}>
      <FirstSteps />
      <Figures />
      <Recent />
    </Page>
  )
}

function MainAction() {
  const say = useWords(words)
  const mayIssue = useMay('awards.write')
  const mayDesign = useMay('achievements.write')
  const published = useInfiniteQuery(achievementsQuery('published'))
  if (!published.data) return null
  const hasBadge = (published.data.pages[0]?.data.length ?? 0) > 0
  if (mayIssue && hasBadge)
    return (
      <Button component={Link} to="/issue">
        {say.issue}
      </Button>
    )
  if (!mayDesign) return null
  return (
    <Button component={Link} to="/achievements/new">
      {say.newBadge}
    </Button>
  )
}

/** Counted from the badges themselves: each knows how often it was issued. */
function Figures() {
  const say = useWords(words)
  const published = useInfiniteQuery(achievementsQuery('published'))
  const every = useInfiniteQuery(achievementsQuery())
  const badges = published.data?.pages[0]
  const all = every.data?.pages[0]
  if (!badges || !all) return null
  const issued = all.data.reduce((sum, { issuedCount }) => sum + issuedCount, 0)
  const more = (hasMore: boolean) => (hasMore ? '+' : '')
  return (
    <dl className="figures home-figures" aria-label={say.figures}>
      <div>
        <dt>{say.published}</dt>
        <dd>
          <Link to="/achievements?state=published">
            {grouped(badges.data.length)}
            {more(badges.has_more)}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{say.issued}</dt>
        <dd>
          <Link to="/credentials">
            {grouped(issued)}
            {more(all.has_more)}
          </Link>
        </dd>
      </div>
    </dl>
  )
}

function Recent() {
  const say = useWords(words)
  const list = useInfiniteQuery(batchesQuery())
  const batches = list.data?.pages[0]?.data.slice(0, RECENT_MAX)
  return (
    <section>
      <div className="section-bar">
        <h2 className="section-title">{say.recent}</h2>
        {batches && batches.length > 0 && <Link to="/batches">{say.seeAll}</Link>}
      </div>
      <Loaded query={{ ...list, data: batches }}>
        {(rows) =>
          rows.length === 0 ? <Empty title={say.nothing} text={say.nothingText} /> : <BatchTable batches={rows} />
        }
      </Loaded>
    </section>
  )
}
