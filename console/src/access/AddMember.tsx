// Takes a new member's address and role.
import { Role } from '@kolleges/api'
import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { explain, problemOf } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { toastDone } from '../ui/toasts.tsx'
import { useAddMember } from './queries.ts'
import { useMay } from './session.ts'
import { words } from './words.ts'

export function AddMember() {
  const say = useWords(words)
  const { close: closeWord } = useWords(common)
  const [isOpen, { open, close }] = useDisclosure()
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {say.addMember}
      </Button>
      <Modal opened={isOpen} onClose={close} title={say.addMember} closeButtonProps={{ 'aria-label': closeWord }}>
        <AddForm close={close} />
      </Modal>
    </>
  )
}

function AddForm({ close }: { close: () => void }) {
  const say = useWords(words)
  const { cancel } = useWords(common)
  const { language } = useLanguage()
  const mayOwners = useMay('owners.write')
  const form = useForm({ initialValues: { email: '', name: '', role: 'issuer' as Role } })
  const add = useAddMember()
  const submit = form.onSubmit((values) =>
    add.mutate(values, {
      onSuccess: ({ email }) => {
        close()
        toastDone(say.added(email))
      },
      onError: (error) => {
        const faults = faultsByField(problemOf(error)?.errors)
        form.setErrors(Object.keys(faults).length > 0 ? faults : { email: explain(error, language) })
      },
    }),
  )
  const roles = Role.options.filter((role) => role !== 'owner' || mayOwners)
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          type="email"
          label={say.email}
          withAsterisk
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <TextInput label={say.name} maxLength={60} autoComplete="off" {...form.getInputProps('name')} />
        <Radio.Group label={say.role} {...form.getInputProps('role')}>
          <Stack gap={8} mt={6}>
            {roles.map((role) => (
              <Radio key={role} value={role} label={say.roles[role]} description={say.roleMeans[role]} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {say.addMember}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
