// Kolleges' colours, type and radii in the form Mantine takes them.
import { Anchor, Button, createTheme, type MantineColorsTuple, Modal, Select, TextInput } from '@mantine/core'

const navy: MantineColorsTuple = [
  '#f1f5fe',
  '#e3eafb',
  '#c6d4f6',
  '#9db4ec',
  '#6a8be0',
  '#2f5bd0',
  '#2447a6',
  '#1b3479',
  // The two darkest colour the text of quiet buttons, which should still read as blue.
  '#1b3479',
  '#1b3479',
]
const ink: MantineColorsTuple = [
  '#f7f8fb',
  '#eff2f7',
  '#e4e8ef',
  '#d3d8e2',
  '#a3abba',
  '#6b7485',
  '#5b6475',
  '#333b4d',
  '#1f2636',
  '#12161f',
]
const bad: MantineColorsTuple = [
  '#fdeaea',
  '#fdeaea',
  '#f2a9a9',
  '#e97c7c',
  '#dc5353',
  '#c62828',
  '#b32222',
  '#9b1c1c',
  '#7f1616',
  '#611010',
]

const gold: MantineColorsTuple = [
  '#fdf2dc',
  '#fdf2dc',
  '#f3d18a',
  '#e8b94f',
  '#d39a24',
  '#b8821f',
  '#9a6a10',
  '#8a5a00',
  '#7a4b00',
  '#7a4b00',
]

export const theme = createTheme({
  colors: { navy, ink, gold, red: bad },
  primaryColor: 'navy',
  primaryShade: 6,
  black: '#12161f',
  fontFamily:
    "Pretendard, -apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Malgun Gothic', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', 'D2Coding', monospace",
  headings: { fontWeight: '700' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: 'right' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 10, overlayProps: { backgroundOpacity: 0.35 } } }),
  },
})
