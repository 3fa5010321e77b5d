import { type SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CasePageLoader } from './case-loader.server.ts'

/** All that the page of a case is made of. */
export type CaseData = SerializeFrom<CasePageLoader>
export type CaseItem = CaseData['timeline'][number]
export type Message = Extract<CaseItem, { kind: 'message' }>['message']
export type Note = Extract<CaseItem, { kind: 'note' }>['note']
export type Act = Extract<CaseItem, { kind: 'acts' }>['acts'][number]
export type CaseFile = Message['files'][number]

export const useCasePage = () => useLoaderData<CasePageLoader>()

type Answer = { revealed?: { field: string; value: string }; refusedFiles?: RefusedFile[] }
export type RefusedFile = { file: string; why: string }

/** What the last form answered beside its errors: a field that was asked for, files that were not taken. */
export const useCaseAnswer = () => (useActionData() ?? {}) as Answer
