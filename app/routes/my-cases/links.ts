import type { LinksFunction, MetaFunction } from '@remix-run/node'
import fileStyles from '#app/ui/attachments.css?url'
import caseStyles from '#app/ui/my-cases.css?url'
import { pageTitle } from '#app/ui/page-title.ts'

export const caseLinks: LinksFunction = () => [
  { rel: 'stylesheet', href: caseStyles },
  { rel: 'stylesheet', href: fileStyles },
]
// What a case is about is nobody's to read in a list of tabs, or in a history.
export const caseMeta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'care:mine.oneTitle' })
