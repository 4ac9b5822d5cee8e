// One programme: what applicants should know, its limit, and its articulation table.
import type { RecognitionProgramme } from '@kolleges/api'
import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useMay } from '../access/session.ts'
import { achievementsQuery } from '../achievements/queries.ts'
import { explain, problemOf } from '../api.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import { ArticulationRows } from './ArticulationRows.tsx'
import { contentOf, EMPTY, type Form, type ProgrammeForm } from './programme-form.ts'
import { programmeQuery, useSaveProgramme } from './queries.ts'
import { words } from './words.ts'

export const NewProgrammePage = () => <Editor known={undefined} />

export function ProgrammePage() {
  const { id = '' } = useParams()
  const query = useQuery(programmeQuery(id))
  return <Loaded query={query}>{(known) => <Editor key={known.revision} known={known} />}</Loaded>
}

function Editor({ known }: { known: RecognitionProgramme | undefined }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const save = useSaveProgramme(known)
  const mayChange = useMay('pathways.write')
  const letGo = useRef(false)
  const form = useForm<ProgrammeForm>({ initialValues: known ? contentOf(known) : EMPTY })
  const submit = (body: ProgrammeForm) =>
    save.mutate(body, {
      onSuccess: (programme) => {
        letGo.current = true
        form.resetDirty(body)
        toastDone(say.saved)
        if (!known) navigate(`/recognition/programmes/${programme.id}`, { replace: true })
      },
      onError: (error) => {
        form.setErrors(faultsByField(problemOf(error)?.errors))
        toastFault(explain(error, language))
      },
    })
  return (
    <Page
      title={known ? known.title[language] : say.newProgramme}
      back={{ to: '/recognition?tab=programmes', label: say.back }}
      wide
      actions={
        known && (
          <Button component="a" variant="default" href={known.url} target="_blank">
            {say.publicPage}
          </Button>
        )
      }
    >
      <UnsavedGuard when={form.isDirty()} letGo={letGo} />
      <form onSubmit={form.onSubmit(submit)}>
        <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <Section>
            <ProgrammeFields form={form} />
          </Section>
          <Section title={say.table} lead={say.tableLead}>
            <ArticulationRows form={form} />
          </Section>
          {mayChange && (
            <Group mt="lg">
              <Button type="submit" loading={save.isPending}>
                {say.save}
              </Button>
            </Group>
          )}
        </fieldset>
      </form>
    </Page>
  )
}

function ProgrammeFields({ form }: { form: Form }) {
  const say = useWords(words)
  const badges = useInfiniteQuery(achievementsQuery())
  const options = badges.data?.pages.flatMap(({ data }) =>
    data.filter(({ state }) => state === 'published').map(({ id, name }) => ({ value: id, label: name })),
  )
  const max = form.getInputProps('creditsMax')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={say.titleKo} withAsterisk lang="ko" maxLength={120} {...form.getInputProps('title.ko')} />
      <TextInput label={say.titleEn} withAsterisk lang="en" maxLength={120} {...form.getInputProps('title.en')} />
      <Textarea label={say.description} autosize minRows={2} maxLength={5000} {...form.getInputProps('description')} />
      <NumberInput
        label={say.creditsMax}
        description={say.creditsMaxMore}
        min={0}
        max={200}
        step={0.5}
        {...max}
        value={max.value ?? ''}
        onChange={(value) => form.setFieldValue('creditsMax', typeof value === 'number' ? value : null)}
      />
      <Select
        label={say.achievement}
        description={say.achievementMore}
        data={options ?? []}
        searchable
        clearable
        {...form.getInputProps('achievement')}
      />
      <Checkbox label={say.takesApplications} mt="xl" {...form.getInputProps('open', { type: 'checkbox' })} />
    </SimpleGrid>
  )
}
