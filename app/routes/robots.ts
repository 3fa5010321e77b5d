import { env } from '#app/web/env.server.ts'

const lines = [
  'User-agent: *',
  'Disallow: /me',
  'Disallow: /comments/',
  'Disallow: /staff',
  'Disallow: /ideas/new',
  'Disallow: /login',
  'Disallow: /join',
  'Disallow: /*?*q=',
  'Disallow: /*?*after=',
  '',
  `Sitemap: ${env.publicUrl.origin}/sitemap.xml`,
  '',
]

/** What crawlers may leave alone. */
export const loader = () =>
  new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
