// How the institution is named and looks, and where that can be changed.
import type { Institution } from '@kolleges/api'
import { Alert, Anchor, Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconExternalLink } from '@tabler/icons-react'
import { useMay } from '../access/session.ts'
import { explain, problemOf } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { CopyText } from '../ui/CopyText.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { focusFirstFault } from '../ui/focus-fault.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import { ColourFields } from './ColourFields.tsx'
import { ContactFields, formOf, NameFields } from './InstitutionFields.tsx'
import { Pictures } from './Pictures.tsx'
import { type InstitutionForm, useChangeInstitution, useInstitution } from './queries.ts'
import { words } from './words.ts'

export function InstitutionPage() {
  const say = useWords(words)
  const institution = useInstitution()
  return (
    <Page title={say.institution} lead={say.institutionLead} actions={<PublicPageLink slug={institution.data?.slug} />}>
      <Loaded query={institution}>{(loaded) => <InstitutionEditor institution={loaded} />}</Loaded>
    </Page>
  )
}

function PublicPageLink({ slug }: { slug?: string }) {
  const say = useWords(words)
  return (
    <Button
      component="a"
      href={`/i/${slug ?? ''}`}
      target="_blank"
      variant="default"
      rightSection={<IconExternalLink size={16} aria-hidden />}
    >
      {say.publicPage}
    </Button>
  )
}

function InstitutionEditor({ institution }: { institution: Institution }) {
  const say = useWords(common)
  const mayChange = useMay('institution.write')
  const { form, change, submit } = useInstitutionForm(institution)
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard when={form.isDirty() && !change.isPending} />
      {!mayChange && (
        <Alert color="ink" mb="md">
          {say.noRight}
        </Alert>
      )}
      <NameFields form={form} isNew={false} disabled={!mayChange} />
      <ColourFields form={form} disabled={!mayChange} />
      <ContactFields form={form} disabled={!mayChange} />
      {mayChange && (
        <Group justify="flex-end" my="md">
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {say.save}
          </Button>
        </Group>
      )}
      <Pictures institution={institution} disabled={!mayChange} />
      <Identity institution={institution} />
    </form>
  )
}

function useInstitutionForm(institution: Institution) {
  const say = useWords(words)
  const { language } = useLanguage()
  const form = useForm<InstitutionForm>({ initialValues: formOf(institution) })
  const change = useChangeInstitution()
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: (saved) => {
        form.setInitialValues(formOf(saved))
        form.setValues(formOf(saved))
        toastDone(say.saved)
      },
      onError: (error) => {
        const faults = faultsByField(problemOf(error)?.errors)
        form.setErrors(Object.keys(faults).length > 0 ? faults : { 'name.ko': explain(error, language) })
        focusFirstFault()
      },
    }),
  )
  return { form, change, submit }
}

function Identity({ institution }: { institution: Institution }) {
  const say = useWords(words)
  return (
    <Section title={say.identity}>
      <dl className="facts">
        <dt>{say.did}</dt>
        <dd>
          <CopyText text={institution.did} />
        </dd>
        <dt>{say.standing}</dt>
        <dd>
          <Chip tone={institution.standing === 'confirmed' ? 'ok' : 'warn'}>{say.standings[institution.standing]}</Chip>
        </dd>
        <dt>{say.publicPage}</dt>
        <dd>
          <Anchor size="sm" href={`/i/${institution.slug}`} target="_blank">
            {`${location.origin}/i/${institution.slug}`}
          </Anchor>
        </dd>
      </dl>
    </Section>
  )
}
