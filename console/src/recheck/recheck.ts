// Checks the credential of this page from its public documents alone, then tells the page what came out.
import { judge } from './judge.ts'
import { show } from './show.ts'
import type { Words } from './words.ts'

/** `address` is that of the signed original; answers the sentence to be said aloud. */
export async function recheck(address: string, wordsAddress: string): Promise<string> {
  const answer = await fetch(wordsAddress)
  if (!answer.ok) throw new Error('the words for the answer could not be had')
  const words = (await answer.json()) as Words
  return show(await judge(address), words)
}
