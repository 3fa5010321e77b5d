const kept = new Map<string, Map<string, string>>()

const ideaOf = (field: Element) => field.closest<HTMLElement>('#panel')?.dataset.open

/**
 * The words of a status to begin with, and words half written that wait: whoever looks at another
 * idea meanwhile finds them again.
 */
export function keepNotes() {
  document.addEventListener('change', (event) => {
    const select = event.target as HTMLSelectElement
    if (!select.matches('select[name=to]')) return
    const note = select.form?.querySelector<HTMLTextAreaElement>('[name=note]')
    if (note && isUntouched(note, select)) note.value = templateOf(select.selectedOptions[0])
  })
  document.addEventListener('input', (event) => {
    const field = event.target as HTMLTextAreaElement
    const idea = field.matches('textarea') ? ideaOf(field) : undefined
    if (!idea) return
    const words = kept.get(idea) ?? new Map<string, string>()
    kept.set(idea, words.set(field.id, field.value))
  })
  document.addEventListener('desk:sent', (event) => {
    const idea = ideaOf(event.target as Element)
    if (idea) kept.delete(idea)
  })
  document.addEventListener('desk:shown', giveBack)
}

const templateOf = (option?: HTMLOptionElement) => option?.dataset.template ?? ''

const isUntouched = (note: HTMLTextAreaElement, select: HTMLSelectElement) =>
  !note.value.trim() || [...select.options].some((one) => templateOf(one) === note.value)

function giveBack() {
  const idea = document.querySelector<HTMLElement>('#panel')?.dataset.open
  for (const [id, words] of kept.get(idea ?? '') ?? []) {
    const field = document.getElementById(id) as HTMLTextAreaElement | null
    if (field && words.trim()) field.value = words
  }
}
