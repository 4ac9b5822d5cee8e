// Tells people that a page is not for their role, before the server has to.
import type { Capability } from '@kolleges/api'
import { Outlet } from 'react-router'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Page } from '../ui/Page.tsx'
import { useMay } from './session.ts'

export function Allowed({ needs }: { needs: Capability }) {
  const say = useWords(common)
  if (useMay(needs)) return <Outlet />
  return (
    <Page title={say.noRightTitle}>
      <Empty title={say.noRightTitle} text={say.noRight} />
    </Page>
  )
}
