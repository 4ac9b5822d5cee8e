// Where a new institution comes into being.
import { Alert, Button, Group, SegmentedControl } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { sessionQuery, useChooseInstitution } from '../access/queries.ts'
import { useSession } from '../access/session.ts'
import { explain, problemOf } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import type { Language } from '../language/language.ts'
import { faultsByField } from '../ui/field-faults.ts'
import { focusFirstFault } from '../ui/focus-fault.ts'
import { Page } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { ColourFields, FIRST_COLOURS } from './ColourFields.tsx'
import { ContactFields, NameFields } from './InstitutionFields.tsx'
import { type InstitutionForm, useCreateInstitution } from './queries.ts'
import { suggestSlug } from './slug.ts'
import { words } from './words.ts'

export function SetUpPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { form, suggest, create, submit } = useSetUp()
  const isElsewhere = create.error && Object.keys(faultsByField(problemOf(create.error)?.errors)).length === 0
  return (
    <main id="main">
      <Page title={say.setUp} lead={say.setUpLead} back={useWayBack()} actions={<LanguageChoice />}>
        <form onSubmit={submit} noValidate>
          <NameFields form={form} isNew onNameEn={suggest} />
          <ColourFields form={form} />
          <ContactFields form={form} />
          {isElsewhere && problemOf(create.error)?.code !== 'slug-taken' && (
            <Alert color="red" mt="md" role="alert">
              {explain(create.error, language)}
            </Alert>
          )}
          <Group justify="flex-end" mt="lg">
            <Button type="submit" size="md" loading={create.isPending}>
              {say.create}
            </Button>
          </Group>
        </form>
      </Page>
    </main>
  )
}

function useSetUp() {
  const { language } = useLanguage()
  const { account } = useSession()
  const [isSuggested, setSuggested] = useState(true)
  const form = useForm<InstitutionForm>({
    initialValues: {
      name: { ko: '', en: '' },
      kind: 'university',
      slug: '',
      ...FIRST_COLOURS,
      website: '',
      contactEmail: account.email,
      headTitle: '',
    },
    onValuesChange: (values, before) =>
      values.slug !== before.slug && setSuggested(values.slug === suggestSlug(values.name.en)),
  })
  const create = useCreateInstitution()
  const enter = useEntering()
  const submit = form.onSubmit((values) =>
    create.mutate(
      { ...values, language },
      {
        onSuccess: (institution) => enter(institution.id, institution.name[language]),
        onError: (error) => {
          form.setErrors(setUpFaults(error, explain(error, language)))
          focusFirstFault()
        },
      },
    ),
  )
  const suggest = (nameEn: string) => isSuggested && form.setFieldValue('slug', suggestSlug(nameEn))
  return { form, create, submit, suggest }
}

/** A taken address is told at the address. */
const setUpFaults = (error: unknown, sentence: string): Record<string, string> =>
  problemOf(error)?.code === 'slug-taken' ? { slug: sentence } : faultsByField(problemOf(error)?.errors)

/** The session moves into the new institution before the first page is shown. */
function useEntering() {
  const say = useWords(words)
  const client = useQueryClient()
  const navigate = useNavigate()
  const choose = useChooseInstitution()
  const { current } = useSession()
  return async (institutionId: string, name: string) => {
    if (current) return choose.mutate(institutionId)
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (!session.current) return choose.mutate(institutionId)
    toastDone(say.created(name))
    await navigate('/')
  }
}

function useWayBack() {
  const say = useWords(common)
  return useSession().current ? { to: '/', label: say.back } : undefined
}

function LanguageChoice() {
  const { language, choose } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      value={language}
      data={[
        { value: 'ko', label: '한국어' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(chosen) => choose(chosen as Language)}
    />
  )
}
