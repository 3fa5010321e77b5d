import { addMacro } from '#app/domain/care/macro.server.ts'
import type { MacroForm } from '#app/domain/care/macro.form.ts'
import type { z } from 'zod'
import { transaction } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'

type Text = Omit<z.output<typeof MacroForm>, 'intent' | 'seen'>

const plain = { assign: undefined, tags: [], priority: '', state: '' } as const

const answers: Text[] = [
  {
    ...plain,
    name: 'Chiedi foto e lotto',
    bodyIt:
      'Ciao {{name}},\n\ngrazie di averci scritto. Per capire che cosa è successo ci servono una foto di {{product}} e il numero di lotto, che trovi accanto alla data di scadenza.\n\nA presto,\n{{agent}}',
    bodyEn:
      'Hello {{name}},\n\nthank you for writing to us. To understand what happened we need a photo of {{product}} and the batch number, which you find next to the best-before date.\n\nSpeak soon,\n{{agent}}',
    assign: 'on',
    tags: ['attesa foto'],
    state: 'waiting',
  },
  {
    ...plain,
    name: 'Scuse e sostituzione',
    bodyIt:
      'Ciao {{name}},\n\nci dispiace: {{product}} non doveva arrivarti così. Te ne mandiamo una confezione nuova, senza che tu debba fare altro. Il numero del tuo caso è {{number}}.\n\n{{agent}}, {{site}}',
    bodyEn:
      'Hello {{name}},\n\nwe’re sorry: {{product}} should not have reached you like that. We’re sending you a new pack, with nothing more for you to do. Your case number is {{number}}.\n\n{{agent}}, {{site}}',
    tags: ['sostituzione'],
    state: 'solved',
  },
  {
    ...plain,
    name: 'Passa alla qualità',
    bodyIt: '',
    bodyEn: '',
    tags: ['qualità'],
    priority: 'urgent',
  },
]

const leadHandle = 'marta_valdoro'
const daysAgo = 60
const day = 86_400_000

/** The answers that the demo bakery has ready, in the order in which its agents reach for them. */
export async function prepareAnswers({ today, cast }: Stage) {
  const lead = cast.get(leadHandle)!
  await at(new Date(today.getTime() - daysAgo * day), () =>
    transaction(async (tx) => {
      for (const answer of answers) await addMacro(tx, lead, answer)
    }),
  )
}
