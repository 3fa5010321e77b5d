import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKind, shownName } from '#app/domain/care/file.rules.ts'
import { whyUnanswered } from '#app/domain/care/mail-kind.rules.ts'
import { partMail } from '#app/domain/care/mail-text.rules.ts'
import { saidIn, subjectOf } from '#app/domain/care/mail-words.rules.ts'
import { withoutPersonalData } from '#app/domain/care/redact.rules.ts'
import { highlighted } from '#app/domain/ideas/excerpt.rules.ts'
import { holdsAddress } from '#app/domain/identity/name.rules.ts'
import { wordsOf } from '#app/web/log-words.ts'
import { quickest } from '#tests/measured.ts'

describe('a mail is parted into what was written and what it quotes', () => {
  test.each([
    [
      'Grazie!\n\nIl giorno 22 nov 2026 alle 10:00 Assistenza <care@x.it> ha scritto:\n> Ciao',
      'Grazie!',
    ],
    ['Thanks.\n\nOn Sun, 22 Nov 2026 at 10:00, Care <care@x.it> wrote:\n> Hello', 'Thanks.'],
    [
      'Thanks.\n\nOn Sun, 22 Nov 2026 at 10:00, Care of the bakery\n<care@x.it> wrote:\n> Hello',
      'Thanks.',
    ],
    ['Ok\n\n-----Messaggio originale-----\nDa: Care', 'Ok'],
    ['Ok\n\nDa: Care <care@x.it>\nInviato: domenica\nA: Anna', 'Ok'],
    ['Ok\n________________________________\nFrom: Care', 'Ok'],
    ['Va bene\n-- \nAnna Rossi\nVia Roma 1', 'Va bene'],
    ['Va bene\n\nInviato da iPhone\n\n> Ciao\n> a te', 'Va bene'],
    [
      'Le risposte:\n> Quale lotto?\nL1234\n> Dove?\nA Parma',
      'Le risposte:\n> Quale lotto?\nL1234\n> Dove?\nA Parma',
    ],
    ['> solo una citazione', '> solo una citazione'],
    ['Il pane ha scritto sulla confezione: buono', 'Il pane ha scritto sulla confezione: buono'],
  ])('%j', (text, body) => {
    expect(partMail(text).body).toBe(body)
  })

  test('nothing that was written is lost, and no text takes long', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('> a', 'On x wrote:', '', 'From: a', 'Sent: b', `On ${'x '.repeat(90)}`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const text = lines.join('\n')
        const { body, quoted } = partMail(text)
        expect(text.trim() === '' || body.length > 0).toBe(true)
        for (const part of [body, quoted]) expect(text).toContain(part)
      }),
    )
    const times = [1, 2, 3].map(() => {
      const began = performance.now()
      partMail(`${'On '.repeat(7_000)}wrote`)
      partMail('>'.repeat(20_000))
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})

describe('[#81] a mail that nobody waits for', () => {
  const kind = (headers: Record<string, string>, from = 'anna@example.org', subject = 'Pane') =>
    whyUnanswered(new Map(Object.entries(headers)), from, subject, 'house')

  test('is told by its headers, sender and subject', () => {
    expect(kind({ 'auto-submitted': 'auto-replied' })).toBe('automatic')
    expect(kind({ precedence: 'bulk' })).toBe('automatic')
    expect(kind({ 'list-id': '<news.example.org>' })).toBe('automatic')
    expect(kind({ 'return-path': '<>' })).toBe('automatic')
    expect(kind({ 'content-type': 'multipart/report; report-type=delivery-status' })).toBe(
      'automatic',
    )
    expect(kind({}, 'MAILER-DAEMON@example.org')).toBe('automatic')
    expect(kind({}, 'noreply@example.org')).toBe('automatic')
    expect(kind({}, 'anna@example.org', 'Risposta automatica: Pane')).toBe('automatic')
    expect(kind({ 'x-granaio': 'house' })).toBe('loop')
  })

  test('is not what a person wrote', () => {
    expect(kind({ 'auto-submitted': 'no' })).toBeUndefined()
    expect(kind({ 'x-granaio': 'another house' })).toBeUndefined()
    expect(kind({ 'x-auto-response-suppress': 'All' })).toBeUndefined()
    expect(kind({}, 'anna@example.org', 'Automobili e pane')).toBeUndefined()
  })
})

const long = (text: string) => text.repeat(Math.ceil(20_000 / text.length))

test.each([
  'n',
  '-',
  'a.',
  'a@',
  '@',
  '\n',
  '> ## a\n',
  '1 ',
  '+1-',
  'AB12',
  'On wrote ',
  '😀',
  're: ',
])('[#116] a text made of %j keeps nobody waiting', async (piece) => {
  const text = long(piece)
  const readIt = () => {
    saidIn(text)
    subjectOf(text, text)
    withoutPersonalData(text, ['Anna Rossi'])
    whyUnanswered(new Map([['auto-submitted', text]]), text, text, 'ours')
    holdsAddress(text)
    shownName(text, 'pdf')
    highlighted(text, { forms: new Set(), prefixes: [] })
    wordsOf(new Error(text))
  }
  expect(await quickest(readIt)).toBeLessThan(1_500)
})

test('[#116] a file of long lines is looked at once; of endless ones it is no text', async () => {
  const look = () => {
    expect(fileKind(Buffer.from(`${'a'.repeat(99_999)}\n`.repeat(20)))).toBe('text')
    expect(fileKind(Buffer.from('a'.repeat(100_000)))).toBeUndefined()
  }
  expect(await quickest(look)).toBeLessThan(1_500)
})
