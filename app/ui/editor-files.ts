/** A picture and a line of description for each file that was chosen or pasted. */
export function showFiles(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>('#images')
  const alts = form.querySelector<HTMLDetailsElement>('[data-alts]')
  if (!input || !alts) return
  const slots = [...alts.querySelectorAll<HTMLElement>('[data-slot]')]

  const show = () => {
    const files = [...(input.files ?? [])]
    alts.hidden = !files.length
    alts.open = files.length > 0
    for (const [i, slot] of slots.entries()) describe(slot, files[i])
  }
  input.addEventListener('change', show)
  form.querySelector('#body')?.addEventListener('paste', (event) => {
    const pasted = [...((event as ClipboardEvent).clipboardData?.files ?? [])].filter(({ type }) =>
      type.startsWith('image/'),
    )
    if (!pasted.length) return
    event.preventDefault()
    const all = new DataTransfer()
    for (const file of [...(input.files ?? []), ...pasted].slice(0, slots.length))
      all.items.add(file)
    input.files = all.files
    show()
    input.scrollIntoView({ block: 'nearest' })
  })
  show()
}

function describe(slot: HTMLElement, file: File | undefined) {
  slot.hidden = !file
  const picture = slot.querySelector('img')!
  if (picture.src.startsWith('blob:')) URL.revokeObjectURL(picture.src)
  picture.hidden = !file
  if (!file) return picture.removeAttribute('src')
  picture.src = URL.createObjectURL(file)
  const label = slot.querySelector('label')!
  label.firstChild!.textContent = slot.dataset.of!.replace('%file%', file.name)
}
