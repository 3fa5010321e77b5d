/** Services that hand out mailboxes for ten minutes; the best known, not all. */
const disposable = new Set([
  '10minutemail.com',
  '20minutemail.com',
  'dispostable.com',
  'dropmail.me',
  'emailondeck.com',
  'fakeinbox.com',
  'getairmail.com',
  'getnada.com',
  'grr.la',
  'guerrillamail.com',
  'guerrillamail.net',
  'guerrillamail.org',
  'inboxbear.com',
  'mail-temp.com',
  'mailcatch.com',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mintemail.com',
  'moakt.com',
  'mohmal.com',
  'mytemp.email',
  'sharklasers.com',
  'spam4.me',
  'spamgourmet.com',
  'temp-mail.org',
  'tempmail.dev',
  'tempmail.net',
  'tempmailo.com',
  'throwawaymail.com',
  'trashmail.com',
  'trashmail.de',
  'yopmail.com',
  'yopmail.fr',
  'yopmail.net',
])

/** Providers for which a dot in the name of a mailbox is none. */
const dotless = new Set(['gmail.com', 'googlemail.com'])

const partsOf = (email: string) => {
  const at = email.lastIndexOf('@')
  return { name: email.slice(0, at), domain: email.slice(at + 1).toLowerCase() }
}

/** The mailbox that an address leads to, whatever was added to it: `+tags` go, and dots where they say nothing. */
export function mailboxOf(email: string) {
  const { name, domain } = partsOf(email.trim().toLowerCase())
  const plain = name.replace(/\+.*$/s, '')
  if (!dotless.has(domain)) return `${plain}@${domain}`
  return `${plain.replaceAll('.', '')}@gmail.com`
}

/** Whether an address is of a service whose mailboxes are thrown away. */
export const isDisposable = (email: string) => disposable.has(partsOf(email).domain)

/** The network of an address: of IPv6 the half that a provider gives to one household. */
export function networkOf(address: string) {
  const plain = address.replace(/^::ffff:/i, '')
  if (!plain.includes(':')) return plain
  const [before = '', after = ''] = plain.split('::')
  const [head, tail] = [before, after].map((half) => half.split(':').filter(Boolean))
  const gap = plain.includes('::') ? Math.max(0, 8 - head!.length - tail!.length) : 0
  const groups = [...head!, ...Array<string>(gap).fill('0'), ...tail!]
  return groups.slice(0, 4).join(':').toLowerCase()
}
