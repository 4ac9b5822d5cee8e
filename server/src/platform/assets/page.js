// Small comforts of the public pages; every one of them also works without this file.

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const said = button.parentElement?.querySelector('[data-copied]')
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
      if (said) said.textContent = button.dataset.done
    } catch {
      button.parentElement?.querySelector('input')?.select()
    }
  })
}

for (const input of document.querySelectorAll('input[readonly]')) {
  input.addEventListener('focus', () => input.select())
}

for (const link of document.querySelectorAll('[data-reload-seconds]')) {
  setTimeout(() => location.replace(link.href), Number(link.dataset.reloadSeconds) * 1000)
}

// The check in the visitor's own browser; a server whose console was not built has none.
if (document.querySelector('[data-recheck]')) import('/app/recheck.js').catch(() => {})

const box = document.querySelector('[data-drop]')
if (box) openBox(box)

/** Takes a dropped, pasted or chosen file at once; text waits for the button. */
function openBox(box) {
  const form = box.closest('form')
  const file = form.querySelector('input[type="file"]')
  const text = form.querySelector('textarea')
  const give = (files) => {
    if (!files?.length) return false
    file.files = files
    text.value = ''
    form.requestSubmit()
    return true
  }
  file.addEventListener('change', () => {
    if (file.files.length > 0) form.requestSubmit()
  })
  for (const type of ['dragenter', 'dragover']) {
    document.addEventListener(type, (event) => {
      event.preventDefault()
      box.classList.add('over')
    })
  }
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) box.classList.remove('over')
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    box.classList.remove('over')
    if (give(event.dataTransfer.files)) return
    text.value = event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain')
    if (text.value) form.requestSubmit()
  })
  document.addEventListener('paste', (event) => {
    if (give(event.clipboardData.files)) event.preventDefault()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
}
