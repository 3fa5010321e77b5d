export const desk = () => document.getElementById('desk')!
const narrow = matchMedia('(max-width: 75rem)')

let inHand = 0
/** Whether an answer is on its way: until it is here, keys would mean the wrong idea. */
export const isBusy = () => inHand > 0

const isDesk = (url: URL) => url.origin === location.origin && url.pathname === '/staff/ideas'

/** Opens links to the desk's own pages, and sends its forms, without leaving the page. */
export function openHere() {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('#desk a.open')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    void go(link.href)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('form[data-desk]') || isFile(event.submitter)) return
    event.preventDefault()
    if (!isBusy()) void send(form, event.submitter)
  })
  addEventListener('popstate', () => location.reload())
}

const isFile = (button: HTMLElement | null) =>
  button instanceof HTMLButtonElement && ['export', 'merge'].includes(button.value)

/** Shows a page of the desk in place; `focus` says what to hold afterwards instead of its row. */
export async function go(href: string, focus?: string) {
  await during(async () => {
    const answer = await fetch(href, { headers: { Accept: 'text/html' } })
    const page = await pageOf(answer)
    if (!page) return location.assign(href)
    showPart(page)
    history.pushState(null, '', href)
    hold(focus)
  }, href)
}

async function send(form: HTMLFormElement, button: HTMLElement | null) {
  const fields = new FormData(form, button)
  const body = new URLSearchParams(fields as never)
  if (form.method === 'get') return go(`${form.action}?${body}`, '#move-note')
  form.ariaBusy = 'true'
  const isBulk = form.id === 'bulk'
  await during(async () => {
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { Accept: 'text/html' },
    })
    const page = await pageOf(answer)
    if (!page) return location.assign(answer.url)
    const isRefused = !answer.redirected
    if (!isRefused) form.dispatchEvent(new CustomEvent('desk:sent', { bubbles: true }))
    showAll(page, !isBulk)
    if (!isRefused) history.replaceState(null, '', answer.url)
    hold(isRefused ? '.error-summary, [role=alert]' : undefined)
  }, form)
  form.ariaBusy = null
}

/** Whatever goes wrong, the browser does it in its own way: every act is safe to send twice. */
async function during(work: () => Promise<void>, plainly: string | HTMLFormElement) {
  inHand++
  try {
    await work()
  } catch {
    if (typeof plainly === 'string') return location.assign(plainly)
    plainly.removeAttribute('data-desk')
    plainly.requestSubmit()
  } finally {
    inHand--
    document.dispatchEvent(new CustomEvent('desk:rest'))
  }
}

async function pageOf(answer: Response) {
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') && answer.status < 500
  if (!isPage) throw new Error(String(answer.status))
  if (answer.redirected && !isDesk(new URL(answer.url))) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.getElementById('desk') ? page : undefined
}

/** The list is the same: only the idea in hand changes, and where it would go. */
function showPart(page: Document) {
  for (const id of ['panel', 'fresh', 'columns']) swap(page, id)
  const open = page.querySelector<HTMLElement>('[data-row][aria-current]')?.dataset.row
  for (const row of document.querySelectorAll<HTMLElement>('[data-row]'))
    if (row.dataset.row === open) row.setAttribute('aria-current', 'true')
    else row.removeAttribute('aria-current')
  document.querySelector('.ghost')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  shown()
}

function swap(page: Document, id: string) {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
  if (!old || !fresh) return
  const { scrollLeft } = old
  old.replaceWith(fresh)
  fresh.scrollLeft = id === 'panel' ? 0 : scrollLeft
}

function showAll(page: Document, keepTicks: boolean) {
  const boxes = () => desk().querySelectorAll<HTMLInputElement>('[data-row] input[name=number]')
  const isKept = (box: HTMLInputElement) => keepTicks && box.checked
  const ticked = new Set([...boxes()].filter(isKept).map((box) => box.value))
  const { scrollLeft } = document.getElementById('columns') ?? { scrollLeft: 0 }
  document.title = page.title
  swap(page, 'desk')
  for (const box of boxes()) if (ticked.has(box.value)) box.checked = true
  document.getElementById('columns')?.scrollTo({ left: scrollLeft })
  announce(page)
  shown()
}

/** The region stays and its words change: that is what is read out. */
function announce(page: Document) {
  const said = page.getElementById('notice')?.innerHTML
  const region = document.getElementById('notice')
  if (region && said !== undefined) region.innerHTML = said
}

const shown = () => document.dispatchEvent(new CustomEvent('desk:shown'))

export const rows = () => [...desk().querySelectorAll<HTMLElement>('[data-row]')]
export const rowInHand = () =>
  desk().querySelector<HTMLElement>('[data-row][aria-current]') ??
  document.activeElement?.closest<HTMLElement>('[data-row]') ??
  undefined

/** Focus goes to what was asked for, else to the row of the open idea, so that the keys go on from there. */
function hold(what?: string) {
  const asked = what ? desk().querySelector<HTMLElement>(what) : undefined
  if (narrow.matches) document.getElementById('panel')?.scrollIntoView()
  const link = rowInHand()?.querySelector<HTMLElement>('a.open')
  if (asked) asked.focus()
  else link?.focus({ preventScroll: narrow.matches })
}
