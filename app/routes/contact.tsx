import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import contactUrl from '#app/contact.ts?worker&url'
import { writeToCare } from '#app/domain/care/contact.server.ts'
import type { Handle } from '#app/root.tsx'
import fileStyles from '#app/ui/attachments.css?url'
import careStyles from '#app/ui/contact.css?url'
import faqStyles from '#app/ui/faq.css?url'
import { ogMeta } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { mayWriteTo, tooMany, tryContact, tryContactForm } from '#app/web/limit.server.ts'
import type { Visit } from '#app/web/visit.server.ts'
import { transaction } from '#db/database.server.ts'
import { ContactPage } from './contact/page.tsx'
import { keepFiles, statusFor } from './contact/files.server.ts'
import {
  contactPage,
  type ContactRead,
  readContact,
  suggestionsFor,
} from './contact/page.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: faqStyles },
  { rel: 'stylesheet', href: careStyles },
  { rel: 'stylesheet', href: fileStyles },
]
export const handle: Handle = { section: 'help' }
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders
export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'care:contact.title' }, path: '/contact' })

export const loader = ({ request, context: { visit } }: LoaderFunctionArgs) =>
  contactPage(visit.viewer, new URL(request.url), visit.locale)
export type ContactData = typeof loader

export async function action({ request, context: { visit } }: ActionFunctionArgs) {
  const { viewer, address, locale } = visit
  const form = await readContact(request, viewer)
  if (form.isTrapped) return back('/contact/sent')
  const busy = await tryContactForm(address)
  if (busy) return tooMany(busy, form.typed)

  const sender = viewer ? { id: viewer.id, side: 'member' as const } : null
  const sent = await keepFiles(sender, form.files, form.kept)
  const page = { ...sent, initialValue: form.typed, error: form.error }
  if (sent.refused.length) return json(page, { status: statusFor(sent.refused) })
  if (!form.values) return json(page, { status: 400 })
  if (form.isLooking) {
    const suggested = await suggestionsFor(locale, { topic: form.typed.topic, text: aboutOf(form) })
    if (suggested.articles.length) return json({ ...page, error: null, suggested })
  }
  return open(
    visit,
    form.values,
    sent.waiting.map(({ id }) => id),
    form.typed,
  )
}

const aboutOf = ({ typed }: ContactRead) => `${typed.subject} ${typed.body}`

type Values = NonNullable<ContactRead['values']>

async function open(visit: Visit, said: Values, fileIds: string[], typed: ContactRead['typed']) {
  const { viewer, address, locale } = visit
  const wait = await tryContact(address, viewer?.id ?? said.email!)
  if (wait) return tooMany(wait, typed)
  // The answer is the same whether a letter leaves or not: it tells nothing of whose address it is.
  const isLetterAllowed = !viewer && (await mayWriteTo(said.email!))
  const how = { said, fileIds, locale, isLetterAllowed }
  const id = await transaction((tx) => writeToCare(tx, viewer, how))
  return viewer ? back(`/me/cases/${id}`, 'case-opened') : back('/contact/sent')
}
export type ContactReply = typeof action

export default function Contact() {
  return (
    <>
      <ContactPage />
      <script type="module" src={contactUrl} />
    </>
  )
}
