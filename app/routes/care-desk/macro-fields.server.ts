import type { z } from 'zod'
import type { MacroForm } from '#app/domain/care/macro.form.ts'
import { actsOf, placeholders } from '#app/domain/care/macro.rules.ts'
import type { Macro } from '#app/domain/care/macro.server.ts'

const nothing = { name: '', bodyIt: '', bodyEn: '', acts: [], version: 0 }

/** A ready answer as its form has it, or an empty form. */
export function fieldsOf(macro: Pick<Macro, keyof typeof nothing> = nothing) {
  const acts = actsOf(macro.acts)
  const tags = acts.flatMap((act) => (act.act === 'tag' ? [act.tag] : []))
  const priority = acts.flatMap((act) => (act.act === 'priority' ? [act.to] : []))[0] ?? ''
  const state = acts.flatMap((act) => (act.act === 'state' ? [act.to] : []))[0] ?? ''
  const { name, bodyIt, bodyEn, version: seen } = macro
  return {
    ...{ name, bodyIt, bodyEn, seen, priority, state },
    assign: acts.some(({ act }) => act === 'assign') ? 'on' : '',
    tags: tags.join(', '),
    placeholders: placeholders.map((name) => `{{${name}}}`),
  }
}

type Text = Omit<z.output<typeof MacroForm>, 'intent' | 'seen'>

/** The words of a form, to be shown with an example; the page fills them in its own language. */
export const tried = ({ bodyIt, bodyEn }: Text) => ({ tried: { it: bodyIt, en: bodyEn } })
