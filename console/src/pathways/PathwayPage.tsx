// One micro-degree, or a new one.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Loaded } from '../ui/Loaded.tsx'
import { PathwayEditor } from './PathwayEditor.tsx'
import { pathwayQuery } from './queries.ts'

export function PathwayPage() {
  const { id = '' } = useParams()
  const pathway = useQuery(pathwayQuery(id))
  return <Loaded query={pathway}>{(loaded) => <PathwayEditor key={loaded.id} pathway={loaded} />}</Loaded>
}

export function NewPathwayPage() {
  return <PathwayEditor />
}
