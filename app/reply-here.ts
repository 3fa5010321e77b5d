const opensElsewhere = (click: MouseEvent) => click.ctrlKey || click.metaKey || click.shiftKey

/** Opens the field for an answer under the comment; without us "reply" leads to a page with that field. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.comment > [data-i=reply]')
  const sheet = document.querySelector<HTMLTemplateElement>('template#reply-here')
  if (!link || !sheet || opensElsewhere(event)) return
  event.preventDefault()
  const comment = link.parentElement!
  const known = comment.querySelector('form')
  const form = known ?? openIn(comment, sheet)
  form.hidden = !!known && !known.hidden
  link.ariaExpanded = String(!form.hidden)
  if (!form.hidden) form.querySelector('textarea')!.focus()
})

function openIn(comment: HTMLElement, sheet: HTMLTemplateElement) {
  const form = document.importNode(sheet.content, true).querySelector('form')!
  form.querySelector('button')!.value = comment.id.slice(2)
  comment.append(form)
  return form
}

/** True for a field opened here: no page that comes knows it, so it is for us to keep. */
export const isReply = (node: Node) =>
  node instanceof HTMLElement && node.matches('.comment > .reply-form')

/** Puts the field away and leads back to the link that opened it. */
export function closeReply(form: HTMLFormElement) {
  const link = form.parentElement!.querySelector<HTMLElement>('[data-i=reply]')
  form.remove()
  link?.removeAttribute('aria-expanded')
  link?.focus({ preventScroll: true })
}
