import { isOneKey, isTyping } from './one-key.ts'

const rows = () => [...document.querySelectorAll<HTMLElement>('.case-list [data-row]')]
const boxOf = (row?: Element | null) => row?.querySelector<HTMLInputElement>('input[name=id]')
const inHand = () => document.activeElement?.closest<HTMLElement>('.case-list [data-row]')

/** One key, one act, while nothing is typed and whoever sits here wants them. */
export function listenInInbox() {
  document.addEventListener('keydown', (event) => {
    if (isTyping(document.activeElement)) {
      if (event.key === 'Escape') (document.activeElement as HTMLElement).blur()
      return
    }
    const isOn = document.getElementById('desk')?.dataset.keys === 'on'
    const act = isOn && isOneKey(event) ? acts[event.key] : undefined
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-opens], [data-close]')
    if (!link) return
    event.preventDefault()
    if ('close' in link.dataset) link.closest('dialog')?.close()
    else help()
  })
  document.addEventListener('change', countTicks)
  countTicks()
}

const acts: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  x: tick,
  a: () => document.getElementById('assignee')?.focus(),
  s: () => document.getElementById('state')?.focus(),
  t: () => document.getElementById('tag')?.focus(),
  '/': () => document.getElementById('desk-search')?.focus(),
  '?': help,
}

function help() {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys')
  dialog?.close()
  dialog?.showModal()
}

function step(by: number) {
  const all = rows()
  const here = inHand()
  const at = here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1
  all[at]?.querySelector<HTMLAnchorElement>('a.open')?.focus()
}

function tick() {
  const box = boxOf(inHand())
  if (!box) return
  box.checked = !box.checked
  countTicks()
}

function countTicks() {
  const said = document.getElementById('ticked') as HTMLOutputElement | null
  if (!said) return
  const n = rows().filter((row) => boxOf(row)?.checked).length
  const { one = '', some = '' } = said.dataset
  said.textContent = n === 0 ? '' : n === 1 ? one : some.replace('{n}', String(n))
}
