import { useActionData, useLoaderData } from '@remix-run/react'
import { useTyped } from '#app/ui/use-typed.ts'
import type { Intent } from '#app/domain/dossiers/dossier.form.ts'
import type { DossierDesk } from './dossier-loader.server.ts'

type Stored = Record<string, string | number | null | undefined>

/**
 * One of the page's forms, by its intent: what was typed and what is wrong with it when it is the
 * one that came back, else what is `stored`. Ids are its own, because names come twice on the page.
 */
export function useSent(intent: Intent, stored: Stored = {}) {
  const reply = useActionData() as { initialValue?: { intent?: unknown } } | undefined
  const isBack = reply?.initialValue?.intent === intent
  const typed = useTyped(stored)
  const idOf = (name: string) => `${intent}-${name}`
  const text = (name: string) => {
    const value = isBack ? typed.text(name) : stored[name]
    return value === undefined || value === null ? undefined : String(value)
  }
  return {
    isBack,
    text,
    idOf,
    errors: isBack ? typed.errors.map((error) => ({ ...error, name: idOf(error.name) })) : [],
    error: (name: string) =>
      isBack ? typed.errors.find((error) => error.name === name)?.message : undefined,
    field: (name: string) => ({
      name,
      id: idOf(name),
      defaultValue: text(name),
      error: isBack ? typed.errors.find((error) => error.name === name)?.message : undefined,
    }),
  }
}

/** The dossier in hand; only for what is shown where there is one. */
export const useDossier = () => useLoaderData<DossierDesk>().dossier!
export type Told = ReturnType<typeof useDossier>
export type CriterionTold = Told['criteria'][number]
