// Shows who is signed in, with the way out.
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useSignOut } from '../access/queries.ts'
import { useSession } from '../access/session.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { HELP_KEY } from './KeyboardHelp.tsx'
import { words } from './words.ts'

export function AccountMenu() {
  const say = useWords(words)
  const { account } = useSession()
  const signOut = useSignOut()
  const help = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: HELP_KEY }))
  return (
    <Menu width={220} position="top-start">
      <Menu.Target>
        <UnstyledButton className="nav-link">
          <VisuallyHidden>{say.account}</VisuallyHidden>
          <IconUserCircle size={20} stroke={1.7} aria-hidden />
          <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {account.name || account.email}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={help}>
          {say.keyboard}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {say.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
