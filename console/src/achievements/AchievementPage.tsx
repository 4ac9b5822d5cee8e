// One badge, opened for looking or changing.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Loaded } from '../ui/Loaded.tsx'
import { AchievementEditor } from './AchievementEditor.tsx'
import { formOf } from './achievement-form.ts'
import { achievementQuery } from './queries.ts'
import { thisYear } from './use-editor.ts'

export function AchievementPage() {
  const { id = '' } = useParams()
  const achievement = useQuery({ ...achievementQuery(id), refetchOnWindowFocus: false })
  return (
    <Loaded query={achievement}>
      {(loaded) => (
        <AchievementEditor key={loaded.id} achievement={loaded} initialValues={formOf(loaded, thisYear())} />
      )}
    </Loaded>
  )
}
