/** Under each field that has a limit: how much of it is used. */
export function countCharacters(form: HTMLFormElement) {
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-count]')) {
    const line = document.createElement('p')
    line.className = 'count quiet'
    line.id = `${field.id}-count`
    field.closest('.field')!.append(line)
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby')} ${line.id}`)
    const count = () => {
      const used = field.value.trim().length
      line.textContent = field.dataset.count!.replace('%n%', String(used))
      line.toggleAttribute('data-over', used > Number(field.dataset.most))
    }
    field.addEventListener('input', count)
    count()
  }
}
