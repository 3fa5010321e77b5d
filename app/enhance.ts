import { Idiomorph } from 'idiomorph/dist/idiomorph.esm.js'
import { closeReply, isReply } from './reply-here.ts'

/*
 * Makes plain pages smooth. A form marked `data-enhance` is sent by fetch; the page that answers is
 * morphed into place, focus and scroll stay, and what the page has to say is announced. It knows no
 * rule of the community, and whenever anything is odd it lets the browser do what it always did.
 */
const root = document.documentElement

function isPage(answer: Response) {
  return answer.headers.get('Content-Type')?.startsWith('text/html') && answer.status < 500
}

async function show(answer: Response) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const here = new URL(location.href)
  const there = new URL(answer.url)
  // An answer that led nowhere is the same page with its errors: going to its address would lose them.
  if (answer.redirected && there.pathname !== here.pathname) return location.assign(there.href)
  document.title = page.title
  Idiomorph.morph(document.body, page.body, {
    ignoreActiveValue: isTyping(),
    callbacks: {
      beforeNodeMorphed: keepOpen,
      beforeNodeRemoved: (node) => !isReply(node),
      // Who opened a field for an answer says so until it is closed; the fresh page knows of none.
      beforeAttributeUpdated: (name) => name !== 'aria-expanded',
    },
  })
  if (answer.redirected) history.replaceState(null, '', there.href)
  announce()
  if (answer.status === 400)
    document.querySelector<HTMLElement>('[role=alert], .error-summary')?.focus()
  if (there.hash) document.querySelector(there.hash)?.scrollIntoView({ block: 'nearest' })
}

/** What is being typed stays; but a button in focus must say and send what the fresh page says. */
const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false

/** Disclosures that the reader opened stay open, whatever the fresh page thinks. */
function keepOpen(old: Node, fresh: Node) {
  if (
    old instanceof HTMLDetailsElement &&
    fresh instanceof HTMLDetailsElement &&
    old.dataset.keep !== 'no'
  )
    fresh.open = old.open
  return true
}

/** A form that was opened for one act folds away once it is done; focus goes to what opened it. */
function foldAway(form: HTMLFormElement) {
  if (isReply(form)) return closeReply(form)
  const opened = form.closest<HTMLDetailsElement>('details[open]')
  if (!opened?.contains(document.activeElement)) return
  opened.open = false
  opened.querySelector('summary')?.focus({ preventScroll: true })
}

/** A live region speaks when its text changes, so it is emptied first. */
function announce() {
  const region = document.getElementById('notice')
  const said = region?.innerHTML
  if (!region || !said?.trim()) return
  region.innerHTML = ''
  setTimeout(() => (region.innerHTML = said), 50)
}

/** One form may serve many buttons, each with its own address: they do not wait for each other. */
const busyIn = (form: HTMLFormElement, button: HTMLElement | null) =>
  button?.hasAttribute('formaction') ? button : form

const addressOf = (form: HTMLFormElement, button: HTMLElement | null) =>
  button?.hasAttribute('formaction') ? (button as HTMLButtonElement).formAction : form.action

async function send(form: HTMLFormElement, button: HTMLElement | null) {
  const fields = new FormData(form, button)
  const body =
    form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields as never)
  const busy = busyIn(form, button)
  busy.ariaBusy = 'true'
  try {
    const answer = await fetch(addressOf(form, button), {
      method: 'POST',
      body,
      headers: { Accept: 'text/html' },
    })
    if (!isPage(answer)) throw new Error(String(answer.status))
    // An answer that was refused goes on in the page's own field, which has its text and what is wrong.
    const isRefused = answer.status === 400
    if (answer.redirected || (isRefused && isReply(form))) foldAway(form)
    await show(answer)
  } finally {
    busy.ariaBusy = null
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (!form.matches('form[data-enhance][method=post]') || event.defaultPrevented) return
  const button = event.submitter
  event.preventDefault()
  if (busyIn(form, button).ariaBusy === 'true') return
  const focused = button?.id
  send(form, button)
    .then(() => focused && document.getElementById(focused)?.focus({ preventScroll: true }))
    .catch(() => plainly(form, button))
})

/** The form as the browser would have sent it; every act is safe to send twice. */
function plainly(form: HTMLFormElement, button: HTMLElement | null) {
  form.removeAttribute('data-enhance')
  form.requestSubmit(button)
}

document.addEventListener('click', (event) => {
  const close = (event.target as Element).closest('.toast a')
  if (!close) return
  event.preventDefault()
  close.closest('.toast')?.remove()
})

// A row of tabs that is wider than the screen opens where the reader is.
for (const here of document.querySelectorAll<HTMLElement>('.tabs-nav [aria-current]')) {
  const row = here.closest('ul')
  if (row) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
}

// `c` copies the address in a field that asks for it; without us the field can be copied by hand.
document.addEventListener('click', (event) => {
  const copy = (event.target as Element).closest<HTMLElement>('[data-copy]')
  if (copy?.dataset.copy) void navigator.clipboard?.writeText(copy.dataset.copy)
})

document.addEventListener('change', (event) => {
  const chosen = event.target as HTMLSelectElement
  if (chosen.matches('select[data-submit]')) chosen.form?.requestSubmit()
})

root.dataset.enhanced = ''
