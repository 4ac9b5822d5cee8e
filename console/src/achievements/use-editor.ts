// The editor's state: its fields, what was saved, and what the server said about them.
import type { Achievement } from '@kolleges/api'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { explain, isSignedOut, problemOf } from '../api.ts'
import { dayInSeoul } from '../language/format.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { focusFirstFault } from '../ui/focus-fault.ts'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { type AchievementForm, formOf } from './achievement-form.ts'
import { useSaveAchievement } from './queries.ts'
import { words } from './words.ts'

export type EditorForm = UseFormReturnType<AchievementForm>

export const thisYear = (): string => dayInSeoul(Date.now()).slice(0, 4)

export function useEditor(initialValues: AchievementForm, achievement?: Achievement) {
  const say = useWords(words)
  const navigate = useNavigate()
  const form = useForm<AchievementForm>({ initialValues, validate: requiredFields(say.required) })
  const [known, setKnown] = useState(achievement)
  const mayLeave = useRef(false)
  const saving = useSaveAchievement()
  const showFaults = useFaults(form)

  const take = (saved: Achievement) => {
    setKnown(saved)
    const values = formOf(saved, thisYear())
    form.setInitialValues(values)
    form.setValues(values)
  }
  // The page may have opened with what was known of the badge before: news is taken over, unless somebody is typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only news from the server counts
  useEffect(() => {
    if (achievement && achievement !== known && !form.isDirty()) take(achievement)
  }, [achievement])
  /** Saves what is on the screen; null when it could not be saved and the fields say why. */
  const save = async (): Promise<Achievement | null> => {
    if (known && !form.isDirty()) return known
    if (form.validate().hasErrors) {
      toastFault(say.fixFirst)
      focusFirstFault()
      return null
    }
    try {
      const saved = await saving.mutateAsync({ form: form.getValues(), known })
      take(saved)
      return saved
    } catch (error) {
      showFaults(error)
      return null
    }
  }
  /** A badge that was new moves to its own page, once nothing more is to be done with it here. */
  const moveIn = async ({ id }: Achievement) => {
    if (achievement) return
    mayLeave.current = true
    await navigate(`/achievements/${id}`, { replace: true })
  }
  const saveAlone = async () => {
    const saved = await save()
    if (!saved) return
    toastDone(say.saved)
    await moveIn(saved)
  }
  return { form, known, take, save, saveAlone, moveIn, mayLeave, isSaving: saving.isPending, fault: saving.error }
}

const requiredFields = (sentence: string) => {
  const filled = (typed: string) => (typed.trim() === '' ? sentence : null)
  return { name: filled, description: filled, criteria: { narrative: filled } }
}

function useFaults(form: EditorForm) {
  const say = useWords(words)
  const { language } = useLanguage()
  return (error: unknown) => {
    if (isSignedOut(error)) return
    const faults = faultsByField(problemOf(error)?.errors)
    form.setErrors(faults)
    const isExplained = Object.keys(faults).length > 0
    toastFault(isExplained ? say.fixFirst : explain(error, language))
    if (isExplained) focusFirstFault()
  }
}
