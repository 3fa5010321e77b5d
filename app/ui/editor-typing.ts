const pause = 350
const fewest = 3

/** While the title is typed: the ideas that are like it. Whoever has seen them is not asked again. */
export function showSimilar(form: HTMLFormElement) {
  const region = form.querySelector<HTMLElement>('[data-similar]')
  const title = form.querySelector<HTMLInputElement>('#title')!
  title.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    form.querySelector<HTMLTextAreaElement>('#body')?.focus()
  })
  if (!region) return

  let waiting: ReturnType<typeof setTimeout>
  let asked = ''
  const look = async () => {
    const text = title.value.trim()
    if (text === asked) return
    asked = text
    const found = text.split(/\s+/).length < fewest ? '' : await similarTo(region, text)
    if (asked === text && found !== undefined) show(form, region, found)
  }
  title.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void look(), pause)
  })
  void look()
}

async function similarTo(region: HTMLElement, title: string) {
  try {
    const answer = await fetch(`${region.dataset.similar}?${new URLSearchParams({ title })}`)
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}

function show(form: HTMLFormElement, region: HTMLElement, html: string) {
  const list = region.querySelector<HTMLElement>('[data-list]')!
  const status = region.querySelector<HTMLElement>('[data-said]')!
  list.innerHTML = html
  const said = list.querySelector<HTMLElement>('[data-said]')?.dataset.said ?? ''
  if (status.textContent !== said) status.textContent = said
  region.toggleAttribute('data-shown', list.querySelector('li') !== null)
  if (list.querySelector('li')) confirm(form)
}

function confirm(form: HTMLFormElement) {
  if (form.querySelector('[name=confirm]')) return
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'confirm', value: 'yes' })
  form.append(field)
}
