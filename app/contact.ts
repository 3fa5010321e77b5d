/*
 * What the contact form gains with a script: answers that may help while somebody types. Without it
 * the same answers are shown before sending; either way the form stays where it is.
 */
const pause = 400
const form = document.querySelector<HTMLFormElement>('form[data-contact]')
const region = form?.querySelector<HTMLElement>('[data-suggested]')

function typed(form: HTMLFormElement) {
  const said = new FormData(form)
  const one = (name: string) => String(said.get(name) ?? '')
  return new URLSearchParams({
    topic: one('topic'),
    text: `${one('subject')} ${one('body')}`.trim().slice(0, 400),
  })
}

async function answersFor(address: string) {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}

function show(form: HTMLFormElement, region: HTMLElement, html: string) {
  const list = region.querySelector<HTMLElement>('[data-list]')!
  const status = region.querySelector<HTMLElement>('[data-said]')!
  list.innerHTML = html
  const count = Number(list.querySelector<HTMLElement>('[data-count]')?.dataset.count ?? 0)
  region.hidden = !count
  const said = count ? status.dataset.found!.replace('%n%', String(count)) : ''
  if (status.textContent !== said) status.textContent = said
  // Whoever has seen them is not shown them again.
  if (count) form.querySelector('[name=look]')?.remove()
}

if (form && region) {
  let waiting: ReturnType<typeof setTimeout>
  let asked = ''
  const look = async () => {
    const asking = `${form.dataset.contact}?${typed(form)}`
    if (asking === asked) return
    asked = asking
    const html = await answersFor(asking)
    if (html !== undefined && asked === asking) show(form, region, html)
  }
  form.addEventListener('input', (event) => {
    const { name } = event.target as HTMLInputElement
    if (!['topic', 'subject', 'body'].includes(name)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void look(), pause)
  })
}
