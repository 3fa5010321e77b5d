/**
 * Puts the house's words for a rule beside the field, as long as nobody has typed others: the server
 * sends the same where the field is left empty.
 */
export function fillWords() {
  document.addEventListener('change', (event) => {
    const choice = event.target as HTMLInputElement
    const field = choice.form?.querySelector<HTMLTextAreaElement>('textarea[data-templates]')
    if (choice.name !== 'reason' || !field) return
    const words = JSON.parse(field.dataset.templates ?? '{}') as Record<string, string>
    const isOurs = !field.value.trim() || Object.values(words).includes(field.value.trim())
    if (isOurs) field.value = words[choice.value] ?? ''
  })
}
