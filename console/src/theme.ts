// Kolleges' colours, type and radii in the form Mantine takes them.
import { Button, createTheme, type MantineColorsTuple, Modal, Select, TextInput } from '@mantine/core'

const navy: MantineColorsTuple = [
  '#f1f5fe',
  '#e3eafb',
  '#c6d4f6',
  '#9db4ec',
  '#6a8be0',
  '#2f5bd0',
  '#2447a6',
  '#1b3479',
  '#142a63',
  '#0d1b3e',
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
  '#f9d3d3',
  '#f2a9a9',
  '#e97c7c',
  '#dc5353',
  '#c62828',
  '#b32222',
  '#9b1c1c',
  '#7f1616',
  '#611010',
]

export const theme = createTheme({
  colors: { navy, ink, red: bad },
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
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: 'right' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 10, overlayProps: { backgroundOpacity: 0.35 } } }),
  },
})
