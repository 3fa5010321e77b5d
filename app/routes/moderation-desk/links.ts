import type { LinksFunction } from '@remix-run/node'
import moderationStyles from '#app/ui/moderation.css?url'
import staffStyles from '#app/ui/staff.css?url'

export const deskLinks: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: moderationStyles },
]
