import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { type Letter, postBox } from '../post-box.ts'

const folder = () => join(process.env.E2E_DATA!, 'letters')

/** The mail server that the site hands its mails to; each is a file, for all workers to read. */
export default async function openPostOffice() {
  mkdirSync(folder(), { recursive: true })
  let count = 0
  const keep = (letter: Letter) => {
    const path = join(folder(), `${String(++count).padStart(6, '0')}.json`)
    writeFileSync(`${path}.part`, JSON.stringify(letter))
    renameSync(`${path}.part`, path)
  }
  const box = await postBox({ port: Number(process.env.E2E_SMTP_PORT), keep })
  return () => box.close()
}

const letters = () =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder(), name), 'utf8')) as Letter)

/** How many mails have left so far. */
export const mailsSoFar = () => letters().length

/** All mails that left after the first `from`, whoever they are to, as their readers' programs show them. */
export const mailsSince = (from: number) =>
  Promise.all(
    letters()
      .slice(from)
      .map(({ raw }) => simpleParser(raw)),
  )

/** All mails to an address so far. */
const mailsOf = (email: string) =>
  Promise.all(
    letters()
      .filter(({ to }) => to.includes(email))
      .map(({ raw }) => simpleParser(raw)),
  )

/** What each mail to an address says that says all these words, as one line. */
export async function lettersTo(email: string, words: string[]) {
  const told = (await mailsOf(email)).map(({ subject, text }) => oneLine(`${subject}\n${text}`))
  return told.filter((text) => words.every((said) => text.includes(oneLine(said))))
}
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

/** Waits until one mail, and no more, to an address says these words; answers all that it says. */
export async function mailed(email: string, words: string[]) {
  await expect(async () => {
    expect(await lettersTo(email, words), `${email}: ${words.join()}`).toHaveLength(1)
  }).toPass({ timeout: 30_000, intervals: [250] })
  return (await lettersTo(email, words))[0]!
}

/** Waits for the mail to an address that says this, in its subject, text or links. */
export async function mailTo(email: string, said: string | RegExp) {
  let found: ParsedMail | undefined
  await expect(async () => {
    const says = ({ subject, text }: ParsedMail) => `${subject}\n${text}`.search(said) >= 0
    found = (await mailsOf(email)).findLast(says)
    expect(found, `a mail to ${email} that says ${String(said)}`).toBeTruthy()
  }).toPass({ timeout: 30_000, intervals: [250] })
  return found!
}

/** Waits for the mail whose link begins with a path; answers the link's own path. */
export async function linkTo(email: string, path: string) {
  const { text } = await mailTo(email, path)
  const links = [...(text ?? '').matchAll(/https?:\/\/\S+/g)].map(([url]) => new URL(url))
  const { pathname, search } = links.find((link) => link.pathname.startsWith(path))!
  return pathname + search
}
