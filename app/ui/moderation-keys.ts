import { isOneKey, isTyping } from './one-key.ts'

const room = () => document.getElementById('moderation')!

/**
 * One key, one act: whatever in the page says `data-key` is clicked, or held where it is a field.
 * `j` and `k` walk along the rows; Ctrl and Enter send what is typed; Esc leaves the field.
 */
export function listenForKeys() {
  document.addEventListener('keydown', (event) => {
    const field = document.activeElement
    const isChord = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && isChord) return sendFrom(event, field)
    if (isTyping(field)) return event.key === 'Escape' && (field as HTMLElement).blur()
    if (room().dataset.keys === 'on' && isOneKey(event)) obey(event)
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-opens], [data-close]')
    if (!link) return
    event.preventDefault()
    if ('close' in link.dataset) link.closest('dialog')?.close()
    else document.querySelector<HTMLDialogElement>('dialog#keys')?.showModal()
  })
}

function obey(event: KeyboardEvent) {
  const { key } = event
  if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1)
  else if (key === 'x') tick()
  else if (!use(key)) return
  event.preventDefault()
}

function use(key: string) {
  if (!/^[\w?]$/.test(key)) return false
  const thing = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (!thing) return false
  const around = thing.closest('details')
  if (around && !thing.matches('summary')) around.open = true
  thing.focus()
  if (!thing.matches('select, textarea')) thing.click()
  return true
}

const rows = () => [...room().querySelectorAll<HTMLElement>('[data-row]')]
const rowInHand = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined

function step(by: number) {
  const all = rows()
  const here = rowInHand()
  const next = all[here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1]
  const link = next?.querySelector<HTMLElement>('a')
  if (!link) return use(by > 0 ? 'n' : 'p')
  link.focus()
  next!.scrollIntoView({ block: 'nearest' })
}

function tick() {
  rowInHand()?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
}

function sendFrom(event: KeyboardEvent, field: Element | null) {
  const form =
    field?.closest<HTMLFormElement>('form[data-send]') ??
    document.querySelector<HTMLFormElement>('form[data-send]')
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}
