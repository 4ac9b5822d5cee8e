// Makes an API key and shows its secret this once.
import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { explain, problemOf } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { CopyText } from '../ui/CopyText.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { useCreateApiKey } from './queries.ts'
import { words } from './words.ts'

const ROLES = ['issuer', 'designer', 'viewer', 'admin'] as const

export function CreateApiKey() {
  const say = useWords(words)
  const { close: closeWord } = useWords(common)
  const [isOpen, { open, close }] = useDisclosure()
  const create = useCreateApiKey()
  const secret = create.data?.secret
  const end = () => {
    close()
    create.reset()
  }
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {say.createKey}
      </Button>
      <Modal
        opened={isOpen}
        onClose={end}
        title={secret ? say.secretTitle : say.createKey}
        // The secret is shown once: a stray click or key must not take it away.
        closeOnClickOutside={!secret}
        closeOnEscape={!secret}
        closeButtonProps={{ 'aria-label': closeWord }}
      >
        {secret ? <Secret secret={secret} end={end} /> : <KeyForm create={create} close={end} />}
      </Modal>
    </>
  )
}

function KeyForm({ create, close }: { create: ReturnType<typeof useCreateApiKey>; close: () => void }) {
  const say = useWords(words)
  const { cancel } = useWords(common)
  const { language } = useLanguage()
  const form = useForm({ initialValues: { name: '', role: 'issuer' as (typeof ROLES)[number] } })
  const submit = form.onSubmit((values) =>
    create.mutate(values, {
      onError: (error) => {
        const faults = faultsByField(problemOf(error)?.errors)
        form.setErrors(Object.keys(faults).length > 0 ? faults : { name: explain(error, language) })
      },
    }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={say.keyName}
          placeholder={say.keyNameHint}
          withAsterisk
          maxLength={60}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={say.keyRole}
          data={ROLES.map((role) => ({ value: role, label: `${say.roles[role]}: ${say.roleMeans[role]}` }))}
          {...form.getInputProps('role')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {say.createKey}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Secret({ secret, end }: { secret: string; end: () => void }) {
  const say = useWords(words)
  return (
    <Stack>
      <Alert color="gold">{say.secretText}</Alert>
      <CopyText text={secret} />
      <Group justify="flex-end">
        <Button onClick={end}>{say.secretDone}</Button>
      </Group>
    </Stack>
  )
}
