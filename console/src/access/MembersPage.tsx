// The staff: who they are, what they may do.
import { type Member, Role } from '@kolleges/api'
import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { common } from '../language/common.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { toastDone, toastUndoable } from '../ui/toasts.tsx'
import { AddMember } from './AddMember.tsx'
import { membersQuery, useChangeMember } from './queries.ts'
import { useMay, useSession } from './session.ts'
import { words } from './words.ts'

export function MembersPage() {
  const say = useWords(words)
  const members = useQuery(membersQuery)
  const mayWrite = useMay('members.write')
  return (
    <Page title={say.members} lead={say.membersLead} actions={mayWrite && <AddMember />}>
      <Loaded query={members}>{({ data }) => <MemberTable members={data} />}</Loaded>
    </Page>
  )
}

function MemberTable({ members }: { members: Member[] }) {
  const say = useWords(words)
  const format = useFormat()
  const { account } = useSession()
  const columns: Column<Member>[] = [
    {
      head: say.email,
      cell: ({ name, email }) => (
        <>
          <strong>{name || email}</strong> {name && <span className="quiet">{email}</span>}{' '}
          {email === account.email && <Chip tone="info">{say.you}</Chip>}
        </>
      ),
    },
    { head: say.role, width: 150, cell: (member) => <RoleChoice member={member} /> },
    {
      head: say.state,
      wide: true,
      width: 110,
      cell: ({ state }) => <Chip tone={state === 'active' ? 'ok' : 'neutral'}>{say[state]}</Chip>,
    },
    { head: say.since, wide: true, width: 130, cell: ({ createdAt }) => format.date(createdAt) },
    { head: say.manage, align: 'right', width: 60, cell: (member) => <Activation member={member} /> },
  ]
  return <ListTable caption={say.members} columns={columns} rows={members} />
}

/** Only an owner makes and unmakes owners. */
const useMayChange = (member: Member): boolean => {
  const mayWrite = useMay('members.write')
  const mayOwners = useMay('owners.write')
  return mayWrite && (member.role !== 'owner' || mayOwners)
}

function RoleChoice({ member }: { member: Member }) {
  const say = useWords(words)
  const mayChange = useMayChange(member)
  const mayOwners = useMay('owners.write')
  const change = useChangeMember()
  if (!mayChange) return say.roles[member.role]
  const roles = Role.options.filter((role) => role !== 'owner' || mayOwners)
  const setRole = (role: Role, onSuccess: () => void) => change.mutate({ id: member.id, role }, { onSuccess })
  const changeRole = (role: Role) =>
    setRole(role, () => toastUndoable(say.roleChanged, () => setRole(member.role, () => toastDone(say.roleChanged))))
  return (
    <NativeSelect
      size="xs"
      miw={104}
      aria-label={say.roleOf(member.name || member.email)}
      value={member.role}
      disabled={change.isPending || member.state === 'deactivated'}
      data={roles.map((role) => ({ value: role, label: say.roles[role] }))}
      onChange={(event) => changeRole(Role.parse(event.currentTarget.value))}
    />
  )
}

function Activation({ member }: { member: Member }) {
  const say = useWords(words)
  const { noRight } = useWords(common)
  const mayChange = useMayChange(member)
  const [isAsking, setAsking] = useState(false)
  const change = useChangeMember()
  const isActive = member.state === 'active'
  const who = member.name || member.email
  const label = isActive ? say.deactivate : say.reactivate
  const done = () => {
    setAsking(false)
    toastDone(isActive ? say.deactivatedDone : say.reactivatedDone)
  }
  const turn = () => change.mutate({ id: member.id, state: isActive ? 'deactivated' : 'active' }, { onSuccess: done })
  return (
    <>
      <ActionIcon
        variant="subtle"
        color={isActive ? 'red.7' : 'navy'}
        size={32}
        disabled={!mayChange}
        title={mayChange ? label : noRight}
        loading={change.isPending}
        aria-label={`${label}: ${who}`}
        onClick={() => (isActive ? setAsking(true) : turn())}
      >
        {isActive ? <IconUserOff size={18} aria-hidden /> : <IconUserCheck size={18} aria-hidden />}
      </ActionIcon>
      <Confirm
        opened={isAsking}
        danger
        title={say.deactivateTitle(who)}
        text={say.deactivateText}
        action={say.deactivate}
        busy={change.isPending}
        onConfirm={turn}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
