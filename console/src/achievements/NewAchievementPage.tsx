// A badge that does not exist yet, already in the institution's colours.
import { useInstitution } from '../issuers/queries.ts'
import { useLanguage } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AchievementEditor } from './AchievementEditor.tsx'
import { newForm } from './achievement-form.ts'
import { thisYear } from './use-editor.ts'

export function NewAchievementPage() {
  const institution = useInstitution()
  const { language } = useLanguage()
  return (
    <Loaded query={institution}>
      {(loaded) => <AchievementEditor initialValues={newForm(loaded, language, thisYear())} />}
    </Loaded>
  )
}
