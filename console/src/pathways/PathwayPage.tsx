// One micro-degree, or a new one.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { PathwayEditor } from './PathwayEditor.tsx'
import { pathwayQuery } from './queries.ts'
import { words } from './words.ts'

export function PathwayPage() {
  const { id = '' } = useParams()
  const pathway = useQuery(pathwayQuery(id))
  const say = useWords(words)
  if (pathway.data) return <PathwayEditor key={pathway.data.id} pathway={pathway.data} />
  return (
    <Page title={say.pathways} back={{ to: '/pathways', label: say.pathways }}>
      <Loaded query={pathway}>{() => null}</Loaded>
    </Page>
  )
}

export function NewPathwayPage() {
  return <PathwayEditor />
}
