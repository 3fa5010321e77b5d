import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { json } from '@remix-run/node'
import type { z } from 'zod'

type Read<Values> =
  { values: Values; reply?: undefined } | { values?: undefined; reply: SubmissionResult<string[]> }

/**
 * What a form says, checked by its schema: `values`, or a `reply` that keeps what was typed and
 * names what is wrong beside each field. Errors are message keys. `extra` holds fields of the path.
 */
export async function read<Schema extends z.core.$ZodType>(
  request: Request,
  schema: Schema,
): Promise<
  Read<z.output<Schema>> & {
    refuse: (errors: Record<string, string>, words?: Words) => ReturnType<typeof invalid>
  }
> {
  const submission = parseWithZod(await formOf(request), { schema })
  const refuse = (errors: Record<string, string>, words?: Words) =>
    invalid(
      submission.reply({
        fieldErrors: Object.fromEntries(Object.entries(errors).map(([k, v]) => [k, [v]])),
      }),
      words,
    )
  return submission.status === 'success'
    ? { values: submission.value, refuse }
    : { reply: submission.reply() as SubmissionResult<string[]>, refuse }
}

const most = 200
// A form with files may be large; what is typed in it not more than in one without.
const mostText = 512 * 1024
const lengthOf = (fields: [string, FormDataEntryValue][]) =>
  fields.reduce((sum, [, value]) => sum + (typeof value === 'string' ? value.length : 0), 0)

// No database of ours is the same about NULs: PostgreSQL refuses a text that holds one.
const withoutNul = (text: string) => text.replaceAll('\0', '')

// A name like `a[4294967295]` or `a.b.c` would be built into a list of that length, or a tree.
const isName = (name: string) => /^[\w-]{1,60}$/.test(name) && !name.startsWith('__')

/**
 * The fields of a form, without NULs: 400 for what is no form or has a field that none of ours could
 * have, 413 for more than 200 fields or more text than 512 kB.
 */
export async function formOf(request: Request) {
  const sent = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const fields = [...sent]
  if (fields.length > most) throw new Response(null, { status: 413 })
  if (lengthOf(fields) > mostText) throw new Response(null, { status: 413 })
  if (!fields.every(([name]) => isName(name))) throw new Response(null, { status: 400 })
  const form = new FormData()
  for (const [name, value] of fields)
    if (typeof value === 'string') form.append(name, withoutNul(value))
    else form.append(name, value, value.name)
  typed.set(request, [...form].filter(isTyped))
  return form
}

const typed = new WeakMap<Request, [string, string][]>()
const secret = new Set(['password', 'current'])
const isTyped = (field: [string, FormDataEntryValue]): field is [string, string] =>
  typeof field[1] === 'string' && !secret.has(field[0])

/** What was typed into the form of a request, whoever has read it already; passwords and files apart. */
export async function fieldsOf(request: Request) {
  if (!typed.has(request) && !request.bodyUsed) await formOf(request).catch(() => {})
  return typed.get(request) ?? []
}

/** What stands in the gaps of an error's message. */
export type Words = Record<string, string | number>

/** The same page again, 400, with what was typed and what is wrong. Passwords are not sent back. */
export function invalid(reply: SubmissionResult<string[]> | SubmissionResult, words?: Words) {
  const {
    password: _p,
    current: _c,
    ...kept
  } = (reply.initialValue ?? {}) as Record<string, unknown>
  const said = { ...reply, initialValue: kept } as SubmissionResult<string[]>
  return json({ ...said, words }, { status: 400 })
}
