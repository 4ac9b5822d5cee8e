// How the institution and its programmes look: choose a kit, change it beside what it makes, dress the drafts.
import './brand.css'
import type { BrandKit } from '@kolleges/api'
import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useMay } from '../access/session.ts'
import { explain, problemOf } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { focusFirstFault } from '../ui/focus-fault.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import { BadgeFields, ColourFields, FontFields, formOf, HeadFields, type KitForm } from './KitFields.tsx'
import { KitPreview } from './KitPreview.tsx'
import { PictureFields } from './PictureFields.tsx'
import { brandKitsQuery, useChangeKit, useCreateKit, useRemoveKit } from './queries.ts'
import { RestyleDialog } from './RestyleDialog.tsx'
import { findRestylable, type Restylable } from './restyle.ts'
import { words } from './words.ts'

export function BrandPage() {
  const say = useWords(words)
  const kits = useQuery(brandKitsQuery)
  return (
    <Page wide title={say.title} lead={say.lead}>
      <Loaded query={kits}>{(loaded) => <Kits kits={loaded} />}</Loaded>
    </Page>
  )
}

function Kits({ kits }: { kits: BrandKit[] }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const mayChange = useMay('institution.write')
  const { id } = useParams()
  const kit = kits.find((one) => one.id === id) ?? kits[0]
  if (!kit) return null
  const data = kits.map((one) => ({ value: one.id, label: one.isDefault ? `${one.name} · ${say.ownKit}` : one.name }))
  return (
    <>
      <div className="kit-bar">
        <Select
          aria-label={say.kits}
          data={data}
          value={kit.id}
          allowDeselect={false}
          onChange={(chosen) => void navigate(`/brand/${chosen}`)}
        />
        {mayChange && <AddKit />}
      </div>
      <KitEditor key={kit.id} kit={kit} />
    </>
  )
}

function AddKit() {
  const say = useWords(words)
  const shared = useWords(common)
  const navigate = useNavigate()
  const create = useCreateKit()
  const [isAsking, setAsking] = useState(false)
  const [name, setName] = useState('')
  const make = async () => {
    const made = await create.mutateAsync(name).catch(() => null)
    if (!made) return
    setAsking(false)
    setName('')
    toastDone(say.added(made.name))
    await navigate(`/brand/${made.id}`)
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {say.addKit}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={say.addTitle}
        closeButtonProps={{ 'aria-label': shared.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <Stack>
            <Text size="sm">{say.addText}</Text>
            <TextInput
              label={say.kitName}
              description={say.kitNameHint}
              maxLength={60}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setAsking(false)}>
                {shared.cancel}
              </Button>
              <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
                {say.addKit}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}

function KitEditor({ kit }: { kit: BrandKit }) {
  const say = useWords(words)
  const shared = useWords(common)
  const mayChange = useMay('institution.write')
  const mayDesign = useMay('achievements.write')
  const { form, change, submit, drafts, closeDrafts } = useKitForm(kit)
  const disabled = !mayChange
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard when={form.isDirty() && !change.isPending} />
      {disabled && (
        <Alert color="ink" mb="md">
          {shared.noRight}
        </Alert>
      )}
      <div className="kit-editor">
        <div className="kit-editor-side">
          <KitPreview kit={kit} look={form.values} />
        </div>
        <div>
          <Section>
            <TextInput label={say.kitName} maxLength={60} disabled={disabled} {...form.getInputProps('name')} />
          </Section>
          <ColourFields form={form} disabled={disabled} logoUrl={kit.logoUrl} />
          <FontFields form={form} disabled={disabled} />
          <HeadFields form={form} disabled={disabled} />
          <BadgeFields form={form} disabled={disabled} />
          <PictureFields kit={kit} disabled={disabled} />
        </div>
      </div>
      <div className="action-bar">
        {!kit.isDefault && mayChange && <PutAway kit={kit} />}
        <span style={{ flex: 1 }} />
        {mayDesign && (
          <Button component={Link} to={`/badge-family?kit=${kit.id}`} variant="default">
            {say.family}
          </Button>
        )}
        {mayChange && (
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {shared.save}
          </Button>
        )}
      </div>
      {drafts && <RestyleDialog kit={kit} drafts={drafts} onClose={closeDrafts} />}
    </form>
  )
}

function PutAway({ kit }: { kit: BrandKit }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const remove = useRemoveKit()
  const [isAsking, setAsking] = useState(false)
  const putAway = async () => {
    await remove.mutateAsync(kit.id).catch(() => null)
    setAsking(false)
    toastDone(say.removed)
    await navigate('/brand')
  }
  return (
    <>
      <Button variant="subtle" color="red.7" onClick={() => setAsking(true)}>
        {say.remove}
      </Button>
      <Confirm
        opened={isAsking}
        title={say.removeTitle(kit.name)}
        text={say.removeText}
        action={say.remove}
        busy={remove.isPending}
        onConfirm={() => void putAway()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Looks as opposed to names and signatures: what drafts can be dressed in. */
const looksChanged = (a: BrandKit, b: BrandKit): boolean =>
  a.primary !== b.primary || a.accent !== b.accent || a.fonts.title !== b.fonts.title || a.fonts.body !== b.fonts.body

function useKitForm(kit: BrandKit) {
  const say = useWords(words)
  const { language } = useLanguage()
  const mayDesign = useMay('achievements.write')
  const form = useForm<KitForm>({ initialValues: formOf(kit) })
  const change = useChangeKit()
  const [drafts, setDrafts] = useState<Restylable[] | null>(null)
  const offer = async (saved: BrandKit) => {
    if (!mayDesign || !looksChanged(kit, saved)) return
    const found = await findRestylable(kit, saved).catch(() => [])
    if (found.length > 0) setDrafts(found)
  }
  const submit = form.onSubmit((values) =>
    change.mutate(
      { id: kit.id, change: values },
      {
        onSuccess: (saved) => {
          form.setInitialValues(formOf(saved))
          form.setValues(formOf(saved))
          toastDone(say.saved)
          void offer(saved)
        },
        onError: (error) => {
          const faults = faultsByField(problemOf(error)?.errors)
          form.setErrors(faults)
          if (Object.keys(faults).length === 0) toastFault(explain(error, language))
          focusFirstFault()
        },
      },
    ),
  )
  return { form, change, submit, drafts, closeDrafts: () => setDrafts(null) }
}
