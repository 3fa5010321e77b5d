import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { WordsForm } from '#app/domain/moderation/settings.form.ts'
import {
  freeWord,
  heldWordList,
  holdWords,
  wordsHeldIn,
} from '#app/domain/moderation/word-list.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { WordsPage } from '../settings-moderation/words-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:words.title' })

const path = '/staff/settings/moderation/words'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.rules')
  return { words: await heldWordList(db) }
}

export async function action(knock: ActionFunctionArgs) {
  const person = await requirePermission(knock, 'moderation.rules')
  const form = await read(knock.request, WordsForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  if (values.intent === 'try') {
    const found = (await wordsHeldIn(db, values.text)).map(({ word }) => word)
    return json({ tried: { text: values.text, found }, initialValue: { text: values.text } })
  }
  if (values.intent === 'remove') {
    await transaction((tx) => freeWord(tx, person, values.word))
    return back(path, 'word-freed')
  }
  const outcome = await add(person, values)
  if (outcome === 'too-many') return form.refuse({ words: 'moderation:words.tooMany' })
  return outcome ? back(path, 'words-held') : form.refuse({ words: 'moderation:words.nothing' })
}

const add = (person: Person, { words, severity }: { words: string; severity: number }) =>
  transaction((tx) => holdWords(tx, person, words.split(/\r?\n|,/), severity))

export default WordsPage
