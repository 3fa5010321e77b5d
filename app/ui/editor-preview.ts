/** Two tabs over the description: write it, or see it as its page will show it. */
export function switchModes(form: HTMLFormElement) {
  const body = form.querySelector<HTMLTextAreaElement>('#body')!
  const preview = form.querySelector<HTMLElement>('#preview')!
  const marks = form.querySelector<HTMLElement>('.marks')!
  const tabs = [...form.querySelectorAll<HTMLButtonElement>('[data-mode]')]

  const choose = (chosen: HTMLButtonElement) => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen))
      tab.tabIndex = tab === chosen ? 0 : -1
    }
    const isPreview = chosen.dataset.mode === 'preview'
    body.hidden = marks.hidden = isPreview
    preview.hidden = !isPreview
    if (isPreview) void render(preview, body.value)
  }
  for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab))
    tab.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
      const other = tabs.find((each) => each !== tab)!
      other.focus()
      choose(other)
    })
  }
}

async function render(preview: HTMLElement, text: string) {
  const { src, empty, failed } = preview.dataset
  if (!text.trim()) return void (preview.textContent = empty!)
  const body = new URLSearchParams({ body: text })
  try {
    const answer = await fetch(src!, { method: 'POST', body })
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
    const prose = document.createElement('div')
    prose.className = 'prose'
    prose.innerHTML = await answer.text()
    preview.replaceChildren(prose)
  } catch {
    preview.textContent = failed!
  }
}
