// Offers, on a credential's public page, to check it once more in the visitor's own browser; the code for that is loaded only then.
/** Reading comes first: the page is drawn before the code is fetched. */
const REST_MS = 1_000

const seat = document.querySelector<HTMLElement>('[data-recheck]')
if (seat) offer(seat)

/** By itself when the page is at rest, unless the visitor saves data; by the button as often as they like. */
function offer(seat: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain'
  button.textContent = seat.dataset.label ?? ''
  const said = document.createElement('span')
  seat.replaceChildren(said, button)
  seat.hidden = false
  const check = async (): Promise<void> => {
    delete seat.dataset.done
    button.disabled = true
    said.textContent = seat.dataset.running ?? ''
    try {
      const { recheck } = await import('./recheck.ts')
      said.textContent = await recheck(seat.dataset.recheck ?? '', seat.dataset.words ?? '')
    } catch {
      said.textContent = seat.dataset.failed ?? ''
    }
    button.disabled = false
    seat.dataset.done = ''
  }
  button.addEventListener('click', check)
  if (savesData()) return
  setTimeout(check, REST_MS)
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}
