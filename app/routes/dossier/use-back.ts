import { useActionData, type useLoaderData } from '@remix-run/react'
import type { CriteriaData } from '../staff/settings-criteria.tsx'

export type Criterion = ReturnType<typeof useLoaderData<CriteriaData>>['inUse'][number]
type Sent = { initialValue?: { intent?: string; id?: string } }

/** Which form came back, if one did: `add`, or the id of the criterion that it changes. */
export function useBack() {
  const sent = (useActionData() as Sent | undefined)?.initialValue
  return sent && (sent.intent === 'add' ? 'add' : sent.id)
}
