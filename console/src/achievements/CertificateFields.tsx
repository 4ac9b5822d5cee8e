// What certifies a badge beside its picture: a certificate's design, its numbers, the institutions that sign with us.
import '../designs/designs.css'
import type { Design } from '@kolleges/api'
import { parseDocument } from '@kolleges/design'
import { ActionIcon, Button, FileButton, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { DesignPicture } from '../designs/DesignPicture.tsx'
import { kitOf, useHouse, useKits } from '../designs/editor/use-house.ts'
import { publishedDesignsQuery, useUploadPicture } from '../designs/queries.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { CO_ISSUER, serialSample } from './achievement-form.ts'
import { certificateWords } from './certificate-words.ts'
import { type EditorForm, thisYear } from './use-editor.ts'

interface FieldsProps {
  form: EditorForm
  disabled: boolean
}

const CO_ISSUERS_MAX = 2

export function CertificateFields({ form, disabled }: FieldsProps) {
  const say = useWords(certificateWords)
  const hasCertificate = form.values.certificate !== ''
  return (
    <Section title={say.title} lead={say.lead}>
      <Stack>
        <DesignChoice form={form} disabled={disabled} kind="certificate" />
        {hasCertificate && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NumberRule form={form} disabled={disabled} />
              <TextInput
                label={say.nameEn}
                description={say.nameEnHint}
                maxLength={120}
                disabled={disabled}
                {...form.getInputProps('nameEn')}
              />
            </SimpleGrid>
            <CoIssuers form={form} disabled={disabled} />
          </>
        )}
        <DesignChoice form={form} disabled={disabled} kind="badge" />
      </Stack>
    </Section>
  )
}

const FIELD_OF = { certificate: 'certificate', badge: 'badgeDocument' } as const

function DesignChoice({ form, disabled, kind }: FieldsProps & { kind: Design['kind'] }) {
  const say = useWords(certificateWords)
  const designs = useQuery(publishedDesignsQuery(kind))
  const field = FIELD_OF[kind]
  const chosen = form.values[field]
  const known = designs.data ?? []
  const design = known.find(({ id }) => id === chosen)
  if (kind === 'badge' && chosen === '' && known.length === 0) return null
  return (
    <Group align="flex-start" wrap="nowrap" gap="lg">
      <Select
        style={{ flex: 1 }}
        label={say.design[kind]}
        description={known.length === 0 ? say.noDesigns : say.designHint[kind]}
        data={[{ value: '', label: say.none[kind] }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
        allowDeselect={false}
        disabled={disabled || designs.isPending}
        {...form.getInputProps(field)}
      />
      {design ? (
        <Link to={`/designs/${design.id}`} aria-label={say.open(design.name)} className="certificate-small">
          <SmallDesign design={design} />
        </Link>
      ) : (
        known.length === 0 && (
          <Button component={Link} to="/designs/new" variant="default" mt={46}>
            {say.makeDesign}
          </Button>
        )
      )}
    </Group>
  )
}

function SmallDesign({ design }: { design: Design }) {
  const parsed = parseDocument(design.document)
  return parsed.outcome === 'parsed' ? <Drawn document={parsed.document} brandKit={design.brandKit} /> : null
}

function Drawn({ document, brandKit }: { document: Parameters<typeof useHouse>[0]; brandKit: string | null }) {
  const house = useHouse(document, kitOf(useKits().data, brandKit))
  return <DesignPicture document={document} house={house} />
}

function NumberRule({ form, disabled }: FieldsProps) {
  const say = useWords(certificateWords)
  const { rule } = form.values.number
  const sample = serialSample(rule, thisYear())
  return (
    <Stack gap="xs">
      <TextInput
        label={say.number}
        description={sample ? say.numberSample(sample) : say.numberHint}
        placeholder="제 {YYYY}-{SEQ:3}호"
        maxLength={60}
        disabled={disabled}
        {...form.getInputProps('number.rule')}
        error={form.errors['certificateNumber.rule'] ?? (rule.trim() !== '' && !sample ? say.numberWrong : undefined)}
      />
      {rule.trim() !== '' && (
        <Select
          aria-label={say.numberPer}
          data={[
            { value: 'achievement', label: say.perAchievement },
            { value: 'institution', label: say.perInstitution },
          ]}
          allowDeselect={false}
          disabled={disabled}
          {...form.getInputProps('number.per')}
        />
      )}
    </Stack>
  )
}

function CoIssuers({ form, disabled }: FieldsProps) {
  const say = useWords(certificateWords)
  const { coIssuers } = form.values
  return (
    <Stack gap="sm">
      {coIssuers.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: institutions have no name yet while they are typed
        <CoIssuerFields key={at} at={at} form={form} disabled={disabled} />
      ))}
      {coIssuers.length < CO_ISSUERS_MAX && !disabled && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem('coIssuers', CO_ISSUER)}
          >
            {say.addCoIssuer}
          </Button>
          <Text size="sm" c="dimmed">
            {say.coIssuerHint}
          </Text>
        </Group>
      )}
    </Stack>
  )
}

function CoIssuerFields({ at, form, disabled }: FieldsProps & { at: number }) {
  const say = useWords(certificateWords)
  const path = `coIssuers.${at}`
  const line = (label: string, name: string) => (
    <TextInput label={label} maxLength={60} disabled={disabled} {...form.getInputProps(`${path}.${name}`)} />
  )
  return (
    <fieldset className="co-issuer">
      <legend>
        {say.coIssuer(at + 2)}
        {!disabled && (
          <ActionIcon
            variant="subtle"
            color="red.7"
            aria-label={say.removeCoIssuer(at + 2)}
            onClick={() => form.removeListItem('coIssuers', at)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {line(say.nameKo, 'name.ko')} {line(say.nameEnOf, 'name.en')} {line(say.headTitle, 'headTitle.ko')}
        {line(say.headName, 'headName.ko')}
        <PictureField
          label={say.logo}
          path={`${path}.logo`}
          value={form.values.coIssuers[at]?.logo}
          form={form}
          disabled={disabled}
        />
        <PictureField
          label={say.seal}
          path={`${path}.seal`}
          value={form.values.coIssuers[at]?.seal}
          form={form}
          disabled={disabled}
        />
      </SimpleGrid>
    </fieldset>
  )
}

interface PictureFieldProps extends FieldsProps {
  label: string
  path: string
  value: string | null | undefined
}

function PictureField({ label, path, value, form, disabled }: PictureFieldProps) {
  const say = useWords(certificateWords)
  const upload = useUploadPicture()
  const take = (file: File | null) =>
    file && upload.mutate(file, { onSuccess: ({ id }) => form.setFieldValue(path, id) })
  return (
    <Group gap="sm">
      {value && <img src={`/v1/pictures/${value}`} alt={label} height={48} style={{ maxWidth: 96 }} />}
      <FileButton onChange={take} accept="image/png,image/jpeg,image/svg+xml" disabled={disabled}>
        {(props) => (
          <Button {...props} variant="default" loading={upload.isPending} disabled={disabled}>
            {value ? say.replace(label) : say.upload(label)}
          </Button>
        )}
      </FileButton>
    </Group>
  )
}
