const pause = 2_000

let due: ReturnType<typeof setTimeout> | undefined
let changed: HTMLFormElement | undefined

/** Keeps what is typed in a composer two seconds after the last change, and says so. */
export function keepWords() {
  document.addEventListener('input', (event) => {
    const field = event.target as HTMLElement
    const form = field.closest<HTMLFormElement>('form[data-autosave]')
    if (!form || !(field instanceof HTMLTextAreaElement)) return
    changed = form
    clearTimeout(due)
    due = setTimeout(() => void save(), pause)
  })
  // What is sent is kept by the server first: saving it once more would bring it back as a draft.
  document.addEventListener('submit', forget, true)
  addEventListener('pagehide', () => void save(true))
}

function forget() {
  clearTimeout(due)
  changed = undefined
}

async function save(keepalive = false) {
  const form = changed
  const field = form?.querySelector('textarea')
  if (!form || !field) return
  forget()
  const body = new URLSearchParams({ [field.name]: field.value })
  const isKept = await fetch(form.dataset.autosave!, { method: 'POST', body, keepalive })
    .then(({ status }) => status === 204)
    .catch(() => false)
  if (!isKept) changed ??= form
  say(form, isKept)
}

function say(form: HTMLFormElement, isKept: boolean) {
  const status = form.querySelector<HTMLElement>('[data-said]')
  const { lang } = document.documentElement
  const time = new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' })
  const words = isKept ? form.dataset.saved!.replace('%time%', time) : form.dataset.unsaved!
  if (status) status.textContent = words
}
