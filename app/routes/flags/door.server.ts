import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { FlagForm, isAddress } from '#app/domain/moderation/flag.form.ts'
import { flagAsGuest } from '#app/domain/moderation/flag-guest.server.ts'
import { flagThing } from '#app/domain/moderation/flag.server.ts'
import type { Flaggable } from '#app/domain/moderation/flag-thing.server.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { mayWriteTo, tooMany, tryFlag, tryLetterForm } from '#app/web/limit.server.ts'
import { transaction } from '#db/database.server.ts'

/** What the page of a report shows; whoever is not signed in is asked for an address. */
export function flagPage({ request, context }: LoaderFunctionArgs, { quote, path }: Flaggable) {
  const { pathname, searchParams } = new URL(request.url)
  const isGuest = !context.visit.viewer
  return { quote, path, isGuest, isSent: searchParams.has('sent'), here: pathname }
}

/** Takes the report of a member, or of a guest who will confirm it from their mailbox. */
export async function takeFlag(knock: ActionFunctionArgs, thing: Flaggable) {
  const form = await read(knock.request, FlagForm)
  if (form.reply) return invalid(form.reply)
  const { reason, note, redirectTo } = form.values
  const { viewer, address } = knock.context.visit
  const wait = await tryFlag(viewer?.id ?? address)
  if (wait) return tooMany(wait, { reason, note, email: form.values.email ?? '' })
  if (!viewer) return takeGuest(knock, thing, form)

  const outcome = await transaction((tx) => flagThing(tx, viewer, thing, { reason, note }))
  return back(redirectTo ?? thing.path, outcome)
}

type Sent = Extract<Awaited<ReturnType<typeof read<typeof FlagForm>>>, { values: object }>

async function takeGuest({ request, context }: ActionFunctionArgs, thing: Flaggable, form: Sent) {
  const { reason, note, email = '', website } = form.values
  const { locale, address } = context.visit
  if (!isAddress(email)) return form.refuse({ email: 'identity:email.invalid' })
  const wait = await tryLetterForm(address)
  if (wait) return tooMany(wait, { reason, note, email })
  // A machine that fills in what nobody sees, and an address that was written to enough, hear the same.
  if (!website && (await mayWriteTo(email)))
    await transaction((tx) => flagAsGuest(tx, { email, locale }, thing, { reason, note }))
  return back(`${new URL(request.url).pathname}?sent=yes`)
}
