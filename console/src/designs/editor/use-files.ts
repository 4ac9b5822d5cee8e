// Takes files in and gives files out, from the menu and from the clipboard.
import type { Design } from '@kolleges/api'
import {
  type Edit,
  type Element,
  elementsOf,
  freeId,
  importSvg,
  LEFT_OUT,
  PAGES,
  printDocument,
  SVG_REFUSALS,
} from '@kolleges/design'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toastDone, toastFault } from '../../ui/toasts.tsx'
import { downloadRendering, useUploadPicture } from '../queries.ts'
import { words as designWords } from '../words.ts'
import type { Editor } from './editor-context.ts'
import { fileName, readDesign, replaceWith, saveBlob } from './files.ts'
import type { Saving } from './use-design-editor.ts'
import { words } from './words.ts'

export interface FileActions {
  choosePicture(): void
  chooseDesign(): void
  exportDesign(): void
  download(format: 'svg' | 'png' | 'pdf'): void
  takePicture(file: File): void
}

export function useFiles(design: Design, editor: Editor, saving: Saving): FileActions {
  const say = useWords(words)
  const { tooNew } = useWords(designWords)
  const upload = useUploadPicture()
  const { language } = useLanguage()
  /** An SVG comes as elements that can be edited; anything else, and what is too intricate for that, as a picture. */
  const takeSvg = async (file: File) => {
    const { document } = editor.state
    const prefix = freeId('svg', new Set([...elementsOf(document.elements)].map(({ id }) => id)))
    const imported = importSvg(await file.text(), { page: document.page, prefix })
    if (imported.outcome === 'refused') return toastFault(SVG_REFUSALS[imported.reason][language])
    const edits = imported.elements.map(
      (element, i): Edit => ({ kind: 'add', parent: null, at: document.elements.length + i, element }),
    )
    editor.act({ do: 'edit', edit: { kind: 'all', edits }, chosen: imported.elements.map(({ id }) => id) })
    const left = imported.left.map(({ code }) => LEFT_OUT[code][language])
    toastDone(left.length === 0 ? say.imported : say.importedWithout(left.join(', ')))
  }
  const takePicture = (file: File) => {
    if (file.type === 'image/svg+xml') return void takeSvg(file)
    upload.mutate(file, { onSuccess: (picture) => putPicture(editor, picture) })
  }
  const takeDesign = async (file: File) => {
    const read = readDesign(await file.text())
    if (read.outcome === 'refused') return toastFault(read.isNewer ? tooNew : say.notADesign)
    editor.act({ do: 'edit', edit: replaceWith(read.document), chosen: [] })
    toastDone(say.imported)
  }
  const download = async (format: 'svg' | 'png' | 'pdf') => {
    // What is rendered is what the server has.
    if (!(await saving.saver.flush())) return toastFault(say.keptMeans)
    saveBlob(fileName(design.name, format), await downloadRendering(design.id, format))
  }
  return {
    takePicture,
    choosePicture: () => chooseFile('image/svg+xml,image/png,image/jpeg', takePicture),
    chooseDesign: () => chooseFile('application/json,.json', (file) => void takeDesign(file)),
    exportDesign: () =>
      saveFile(fileName(design.name, 'json'), printDocument(editor.state.document), 'application/json'),
    download: (format) => void download(format).catch(() => toastFault(say.importFailed)),
  }
}

function chooseFile(accept: string, take: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.onchange = () => {
    const file = input.files?.[0]
    if (file) take(file)
  }
  input.click()
}

/** In the middle of the page, a third of its width, in its own shape. */
function putPicture(
  editor: Editor,
  { id, widthPx, heightPx }: { id: string; widthPx: number; heightPx: number },
): void {
  const { document } = editor.state
  const page = PAGES[document.page]
  const scale = Math.min(page.width / 3 / widthPx, page.height / 3 / heightPx)
  const [width, height] = [hundredth(widthPx * scale), hundredth(heightPx * scale)]
  const taken = new Set([...elementsOf(document.elements)].map((one) => one.id))
  const element: Element = {
    kind: 'image',
    id: freeId('picture', taken),
    picture: id,
    x: hundredth((page.width - width) / 2),
    y: hundredth((page.height - height) / 2),
    width,
    height,
  }
  const add = { kind: 'add', parent: null, at: document.elements.length, element } as const
  editor.act({ do: 'edit', edit: add, chosen: [element.id] })
}

const hundredth = (value: number): number => Math.round(value * 100) / 100
