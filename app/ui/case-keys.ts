import { isOneKey, isTyping } from './one-key.ts'

type Act = () => void

const one = <E extends HTMLElement = HTMLElement>(what: string) => document.querySelector<E>(what)

/** One key, one act, while nothing is typed and whoever sits here wants them. */
export function listenForCaseKeys() {
  document.addEventListener('keydown', (event) => {
    const field = document.activeElement
    if (isTyping(field)) return whileTyping(event, field as HTMLElement)
    if (!isOneKey(event) || one('#desk')?.dataset.keys !== 'on') return
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-key="?"], [data-close]')
    if (!link) return
    event.preventDefault()
    if ('close' in link.dataset) link.closest('dialog')?.close()
    else help()
  })
}

/** Ctrl and Enter send what is typed, to whoever the form says; Escape leads out of the field. */
function whileTyping(event: KeyboardEvent, field: HTMLElement) {
  if (event.key === 'Escape') field.blur()
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const button = field.closest('form')?.querySelector<HTMLButtonElement>('.sends button')
  if (!button) return
  event.preventDefault()
  // Out of the field first: the fresh page keeps what is being typed.
  button.focus()
  button.click()
}

const acts: Record<string, Act> = {
  j: () => one('a[data-key=j]')?.click(),
  k: () => one('a[data-key=k]')?.click(),
  r: () => write('reply'),
  n: () => write('note'),
  a: () => reach('#assignee'),
  s: () => one('form[data-act=solve] button')?.click(),
  z: () => reach('#snooze summary', (summary) => summary.click()),
  t: () => reach('#tag'),
  u: () => one('[data-undo] button')?.click(),
  '/': () => reach('#macro'),
  '?': help,
}

function help() {
  const dialog = one<HTMLDialogElement>('dialog#keys')
  dialog?.close()
  dialog?.showModal()
}

function reach(what: string, then?: (target: HTMLElement) => void) {
  const target = one(what)
  const panel = target?.closest('details')
  if (panel && !then) panel.open = true
  target?.focus()
  if (target) then?.(target)
}

/** To the field of a tab: it is here already, or comes with the tab. */
function write(tab: 'reply' | 'note') {
  const field = one<HTMLTextAreaElement>(`.talk-composer textarea#${tab}`)
  if (field) return field.focus()
  one(`[data-tab=${tab}]`)?.click()
  const wait = new MutationObserver(() => {
    const come = one<HTMLTextAreaElement>(`.talk-composer textarea#${tab}`)
    if (!come) return
    wait.disconnect()
    come.focus()
  })
  wait.observe(document.body, { childList: true, subtree: true })
}
