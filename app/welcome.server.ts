import { transaction } from '#db/database.server.ts'
import { furnishFaq } from './domain/faq/furnish.server.ts'
import { furnishCare } from './domain/care/furnish.server.ts'
import { furnishDossiers } from './domain/dossiers/furnish.server.ts'
import { openSetUp } from './domain/identity/set-up.server.ts'
import { env } from './web/env.server.ts'

/** What the terminal says once the doors are open; on a new house, the one link that sets it up. */
export async function welcome() {
  console.log(`Granaio serves ${env.publicUrl.href}`)
  // Houses that were furnished before there were dossiers get their criteria here.
  await transaction(furnishDossiers)
  await transaction(furnishCare)
  await transaction(furnishFaq)
  const secret = await transaction(openSetUp)
  if (!secret) return
  const link = new URL(`/set-up/${secret}`, env.publicUrl).href
  console.log(`Nobody runs this house yet. To set it up, open this link; it works once:\n${link}`)
}
