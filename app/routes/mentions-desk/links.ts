import type { LinksFunction } from '@remix-run/node'
import listStyles from '#app/ui/inbox.css?url'
import mentionStyles from '#app/ui/mentions.css?url'

export const deskLinks: LinksFunction = () => [
  { rel: 'stylesheet', href: listStyles },
  { rel: 'stylesheet', href: mentionStyles },
]
