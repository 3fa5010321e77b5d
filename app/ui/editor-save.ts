const every = 2_000
const retry = 10_000

/** Saves the draft two seconds after the last change, and says so; never while the form is being sent. */
export function saveBySelf(form: HTMLFormElement) {
  let isSent = false
  form.addEventListener('submit', (event) => {
    if (isSent) return event.preventDefault()
    isSent = true
    pend(form, event.submitter)
  })
  // Back from the next page, the browser may show this one as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  if (!form.dataset.autosave) return

  let due: ReturnType<typeof setTimeout> | undefined
  let isChanged = false
  const save = async (keepalive = false) => {
    clearTimeout(due)
    if (!isChanged || isSent) return
    isChanged = false
    const status = await post(form, keepalive)
    if (isSent) return
    say(form, wordsFor(form, status))
    if (status === 204 || status === 409) return
    isChanged = true
    if (status !== 401) due = setTimeout(() => void save(), retry)
  }
  form.addEventListener('input', ({ target }) => {
    if ((target as HTMLInputElement).type === 'file') return
    isChanged = true
    clearTimeout(due)
    due = setTimeout(() => void save(), every)
  })
  addEventListener('pagehide', () => void save(true))
}

async function post(form: HTMLFormElement, keepalive: boolean) {
  const fields = new FormData(form)
  fields.delete('images')
  fields.delete('remove')
  const body = new URLSearchParams(fields as never)
  try {
    return (await fetch(form.dataset.autosave!, { method: 'POST', body, keepalive })).status
  } catch {
    return 0
  }
}

function wordsFor(form: HTMLFormElement, status: number) {
  const { signedOut, elsewhere, unsaved } = form.dataset
  if (status === 204) return savedNow(form)
  return ({ 401: signedOut, 409: elsewhere }[status] ?? unsaved)!
}

function savedNow(form: HTMLFormElement) {
  const { lang } = document.documentElement
  const hour = new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' })
  return form.dataset.saved!.replace('%time%', hour)
}

function say(form: HTMLFormElement, words: string) {
  const status = form.querySelector<HTMLElement>('.acts [data-said]')!
  if (status.textContent !== words) status.textContent = words
}

// After the browser has read the fields: a disabled button would not say which one was pressed.
function pend(form: HTMLFormElement, button: HTMLElement | null) {
  setTimeout(() => {
    say(form, form.dataset.pending!)
    button?.setAttribute('aria-disabled', 'true')
  })
}
