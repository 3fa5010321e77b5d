/**
 * An address as far as it helps to recognise it: `a•••@e•••.org`. Its length tells nothing.
 */
export function maskedEmail(email: string) {
  const at = email.lastIndexOf('@')
  if (at < 1) return '•••'
  const host = email.slice(at + 1)
  const dot = host.lastIndexOf('.')
  const end = dot > 0 ? host.slice(dot) : ''
  return `${first(email)}•••@${first(host)}•••${end}`
}

const first = (text: string) => [...text][0] ?? ''
