import { desk, go, isBusy, rowInHand, rows } from './desk-show.ts'
import { isOneKey, isTyping } from './one-key.ts'

type Act = () => void

/** One key, one act, while nothing is typed and whoever sits here wants them. */
export function listenForKeys() {
  document.addEventListener('keydown', (event) => {
    const field = document.activeElement
    if (isTyping(field)) return whileTyping(event, field!)
    if (isOurs(event)) obey(event)
  })
  document.addEventListener('desk:rest', () => {
    if (!queued || isBusy()) return
    const by = queued
    queued = 0
    step(by)
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-opens], [data-close]')
    if (!link) return
    event.preventDefault()
    if ('close' in link.dataset) link.closest('dialog')?.close()
    else help()
  })
  document.addEventListener('change', countTicks)
  document.addEventListener('desk:shown', countTicks)
  countTicks()
}

function whileTyping(event: KeyboardEvent, field: Element) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendTyped(event, field)
  if (event.key === 'Escape') leave()
}

const isOurs = (event: KeyboardEvent) => isOneKey(event) && desk().dataset.keys === 'on'

function obey(event: KeyboardEvent) {
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  if (!isBusy()) act()
  else queued += steps[event.key] ?? 0
}

const steps: Record<string, number> = { j: 1, k: -1 }
let queued = 0

const acts: Record<string, Act> = {
  j: () => step(1),
  k: () => step(-1),
  x: tick,
  s: () => use('bulk-to', 'move-to'),
  r: () => open('answer', 'answer-body'),
  t: () => use('bulk-tags', 'tags-add'),
  a: () => use('bulk-evaluator', 'assign-evaluator'),
  m: merge,
  n: () => enter('dossier', '#talk'),
  u: () => document.querySelector<HTMLElement>('[data-undo] button')?.click(),
  '[': () => shift(-1),
  ']': () => shift(1),
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
  const here = rowInHand()
  const at = here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1
  const link = all[at]?.querySelector<HTMLAnchorElement>('a.open')
  if (link) void go(link.href)
}

const ticked = () =>
  desk().querySelectorAll<HTMLInputElement>('[data-row] input[name=number]:checked')

function tick() {
  const box = rowInHand()?.querySelector<HTMLInputElement>('input[name=number]')
  if (!box) return
  box.checked = !box.checked
  countTicks()
}

function countTicks() {
  const said = document.getElementById('ticked') as HTMLOutputElement | null
  if (!said) return
  const n = ticked().length
  const { one = '', some = '' } = said.dataset
  said.textContent = n === 0 ? '' : n === 1 ? one : some.replace('{n}', String(n))
}

/** The field of all that is ticked, or else of the idea in hand. */
function use(ofMany: string, ofOne: string) {
  if (!ticked().length) return open('voters', ofOne)
  open('bulk-acts', ofMany)
}

function open(id: string, field: string) {
  const target = document.getElementById(field)
  const around = document.getElementById(id) as HTMLDetailsElement | null
  if (around?.contains(target)) around.open = true
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

function enter(room: string, part = '') {
  const link = desk().querySelector<HTMLAnchorElement>(`[data-room="${room}"]`)
  if (link) location.assign(link.href + part)
}

function merge() {
  if (ticked().length === 2)
    return desk().querySelector<HTMLElement>('#bulk button[value=merge]')?.click()
  enter('merge')
}

/** To the nearest status before or after the one it has: the move is prepared, and the note waits. */
function shift(by: 1 | -1) {
  const row = rowInHand()
  const link = row?.querySelector<HTMLAnchorElement>('a.open')
  if (!row || !link) return
  const to = neighbour(row.dataset.status!, by)
  if (to) prepare(link, to)
}

/** Opens the idea of `link` with a move to `to` prepared. */
export function prepare(link: HTMLAnchorElement, to: string) {
  const url = new URL(link.href)
  url.searchParams.set('to', to)
  void go(url.href, '#move-note')
}

/** The ways that lead from a status, in the order of the path; the server wrote them so. */
export const waysFrom = (status: string) =>
  (JSON.parse(desk().dataset.ways ?? '{}') as Record<string, string[]>)[status] ?? []

function neighbour(status: string, by: 1 | -1) {
  const path = (desk().dataset.path ?? '').split(' ')
  const ways = waysFrom(status)
  for (let at = path.indexOf(status) + by; at >= 0 && at < path.length; at += by)
    if (ways.includes(path[at]!)) return path[at]
  return undefined
}

function sendTyped(event: KeyboardEvent, field: Element | null) {
  const form = field?.closest<HTMLFormElement>('#desk form[data-desk]')
  if (!form || isBusy()) return
  event.preventDefault()
  form.requestSubmit(buttonFor(form, field!))
}

/** Among several acts of one form, the one of the part that is typed in. */
const buttonFor = (form: HTMLFormElement, field: Element) =>
  field.closest('fieldset')?.querySelector<HTMLButtonElement>('button') ??
  form.querySelector<HTMLButtonElement>('button:not([type=button])')

function leave() {
  const link = rowInHand()?.querySelector<HTMLElement>('a.open')
  if (link) link.focus()
  else (document.activeElement as HTMLElement).blur()
}
