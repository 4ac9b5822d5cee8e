/** Keeps the fonts drawings are set in, cut down to what most of them need. */
/// <reference path="./subset-font.d.ts" />
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'

export type RasterFonts = {
  /** Font files that hold every character of the text. */
  filesFor(text: string): Promise<string[]>
  close(): Promise<void>
}

/**
 * A font is parsed anew for each drawing, so small files draw faster. One common subset (the 2,350 syllables of KS X 1001, Latin)
 * is cut at first use; a drawing with a rarer character takes the whole files. Measured: common 7 ms, whole 16 ms, cutting a
 * subset for each drawing 50 ms.
 */
export function createRasterFonts(fontsDir: string): RasterFonts {
  const common = new Set(commonCharacters())
  let cut: Promise<{ folder: string; files: string[] }> | undefined
  return {
    async filesFor(text) {
      if ([...text].some((character) => character > '~' && !common.has(character))) return wholeFiles(fontsDir)
      cut ??= cutSubsets(fontsDir, [...common].join(''))
      return (await cut).files
    },
    async close() {
      const made = await cut
      cut = undefined
      if (made) await rm(made.folder, { recursive: true, force: true })
    },
  }
}

async function wholeFiles(fontsDir: string): Promise<string[]> {
  const names = await readdir(fontsDir)
  return names.filter((name) => name.endsWith('.ttf')).map((name) => join(fontsDir, name))
}

/** The drawing engine takes files only, so the subsets live in a folder that only this process's account can open. */
async function cutSubsets(fontsDir: string, characters: string): Promise<{ folder: string; files: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'kolleges-fonts-'))
  const files: string[] = []
  for (const file of await wholeFiles(fontsDir)) {
    const subset = await subsetFont(await readFile(file), characters, {
      targetFormat: 'truetype',
      preserveNameIds: [...FAMILY_NAME_IDS],
      noHinting: true,
    })
    const path = join(folder, `${files.length}.ttf`)
    await writeFile(path, subset)
    files.push(path)
  }
  return { folder, files }
}

/** Family and style, plain and typographic (OpenType, `name` table): without 16 and 17 the bold weights lose their family. */
const FAMILY_NAME_IDS = [1, 2, 4, 6, 16, 17] as const

const LATIN_LAST = 0x17f

/** Latin, the punctuation of our texts, and the syllables of KS X 1001, which are rows 0xB0 to 0xC8 of EUC-KR. */
function commonCharacters(): string {
  const latin = Array.from({ length: LATIN_LAST - 0x1f }, (_, i) => String.fromCodePoint(0x20 + i))
  const pairs: number[] = []
  for (let row = 0xb0; row <= 0xc8; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) pairs.push(row, cell)
  return `${latin.join('')}‐–—‘’“”•…※·、。${new TextDecoder('euc-kr').decode(new Uint8Array(pairs))}`
}
