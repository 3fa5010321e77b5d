import { expect, test } from 'vitest'
import { beforeDay } from '#app/messages/article.ts'
import { speakers } from '#app/messages/i18n.ts'

const days = ['1 nov 2026', '8 nov 2026', '11 marzo 2027', '18 mag 2026', '28 feb 2027']

test('in Italian the eighth and the eleventh take their article with an apostrophe, in every sentence', () => {
  const said = (date: string) => speakers.it.t('points:statement.nextConfirm', { date })
  expect(days.map((day) => said(day).match(/ (il |l’)\d/)?.[1])).toEqual([
    ...['il ', 'l’', 'l’', 'il ', 'il '],
  ])
  const span = speakers.it.t('rewards:one.fromTo', { from: '8 nov 2026', to: '11 nov 2026' })
  expect(span).toBe('Dall’8 nov 2026 all’11 nov 2026')
  expect(speakers.en.t('rewards:one.fromTo', { from: '8 Nov 2026', to: '11 Nov 2026' })).toContain(
    '8 Nov 2026',
  )
})

test('words that are followed by a day elsewhere on the page are said so too', () => {
  expect(beforeDay('Nella comunità dal ', '8 nov 2025')).toBe('Nella comunità dall’')
  expect(beforeDay('Nella comunità dal ', '18 nov 2025')).toBe('Nella comunità dal ')
  expect(beforeDay('Modifica del ', '11 nov 2025, 09:05')).toBe('Modifica dell’')
  expect(beforeDay('Il ', '8 nov 2025')).toBe('L’')
})

test('what a sentence says beside its days stays as it was written', () => {
  const points = 'il 8 chicchi'
  expect(speakers.it.t('rewards:own.paid', { points, date: '8 nov 2026' })).toBe(
    'Hai speso il 8 chicchi l’8 nov 2026.',
  )
})
