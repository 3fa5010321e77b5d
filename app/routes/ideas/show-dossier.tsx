import { useLoaderData } from '@remix-run/react'
import { DossierBox } from '#app/ui/dossier-box.tsx'
import type { ideaPage } from './show-loader.server.ts'

/** The published result of the evaluation of this idea, once there is one. */
export function Weighed() {
  const { dossier } = useLoaderData<typeof ideaPage>()
  return dossier ? <DossierBox told={dossier} /> : null
}
