import type { LinksFunction } from '@remix-run/node'
import deskStyles from '#app/ui/faq-desk.css?url'
import staffStyles from '#app/ui/staff.css?url'

export const faqDeskLinks: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: deskStyles },
]
