// Shows the institution one works in, with a way to the others.
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useChooseInstitution } from '../access/queries.ts'
import { useSession } from '../access/session.ts'
import { useInstitution } from '../issuers/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

export function InstitutionMenu() {
  const say = useWords(words)
  const format = useFormat()
  const navigate = useNavigate()
  const { current, memberships } = useSession()
  const choose = useChooseInstitution()
  if (!current) return null
  return (
    <Menu width={240} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className="nav-link" mb="xs">
          <InstitutionMark />
          <strong style={{ flex: 1, minWidth: 0, color: 'var(--ink)' }}>{format.pick(current.name)}</strong>
          <VisuallyHidden>{say.switchInstitution}</VisuallyHidden>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {memberships.map((membership) => (
          <Menu.Item
            key={membership.institutionId}
            onClick={() =>
              membership.institutionId !== current.institutionId && choose.mutate(membership.institutionId)
            }
            rightSection={membership.institutionId === current.institutionId && <IconCheck size={16} aria-hidden />}
          >
            {format.pick(membership.name)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => navigate('/set-up')}>
          {say.newInstitution}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The logo, else the first letter in the institution's colour. */
function InstitutionMark() {
  const institution = useInstitution()
  const format = useFormat()
  if (institution.data?.logoUrl)
    return <img src={institution.data.logoUrl} alt="" width={26} height={26} style={{ objectFit: 'contain' }} />
  return (
    <span
      aria-hidden
      style={{
        display: 'grid',
        placeItems: 'center',
        width: 26,
        height: 26,
        borderRadius: 6,
        color: '#fff',
        fontWeight: 700,
        background: institution.data?.primaryColor ?? 'var(--navy)',
      }}
    >
      {institution.data ? format.pick(institution.data.name).slice(0, 1) : ''}
    </span>
  )
}
