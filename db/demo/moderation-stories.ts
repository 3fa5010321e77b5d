import type { FlagReason, HouseRule } from '#app/domain/moderation/rule.rules.ts'

/** Something said in the story that did not stay unnoticed; with `decided`, what a moderator did about it. */
export type Trouble = {
  under: string
  author: string
  body: string
  daysAgo: number
  flags: { by: string; reason: FlagReason; note?: string }[]
  decided?: {
    act: 'hide' | 'approve' | 'warn'
    reason: HouseRule | ''
    facts: string
    hoursLater: number
  }
}

const closing = 'Una confezione che si richiude davvero'
const booking = 'Prenotare il pane la sera e trovarlo pronto al mattino'
const labels = 'Etichette che si leggono senza occhiali'

export const troubles: Trouble[] = [
  {
    under: booking,
    author: 'tobia_m',
    body: 'Vendo macchina per il pane usata due volte, 60 euro trattabili. Scrivetemi al 333 000 00 00, consegno in zona.',
    daysAgo: 46,
    flags: [{ by: 'anna_r', reason: 'spam' }],
    decided: {
      act: 'hide',
      reason: 'spam',
      facts:
        'Hai messo in vendita un oggetto sotto un’idea sul pane prenotato. Qui la vendita fra privati non c’entra.',
      hoursLater: 3,
    },
  },
  {
    under: closing,
    author: 'renzo_b',
    body: 'La linguetta è una trovata da pubblicitario, non da fornaio. Ve lo dice uno che ha impastato per trent’anni.',
    daysAgo: 30,
    flags: [
      { by: 'luca_f', reason: 'offensive', note: 'Mi sembra scortese con chi l’ha proposta.' },
    ],
    decided: { act: 'approve', reason: '', facts: '', hoursLater: 20 },
  },
  {
    under: labels,
    author: 'omar_b',
    body: 'Chi non legge le etichette si compri un paio di occhiali e la smetta di lamentarsi, pappamolle.',
    daysAgo: 12,
    flags: [
      { by: 'teresa_c', reason: 'offensive' },
      { by: 'lucia_s', reason: 'offensive', note: 'Io gli occhiali li ho. Non è questo il modo.' },
    ],
    decided: {
      act: 'warn',
      reason: 'offensive',
      facts:
        'Hai chiamato «pappamolle» chi fatica a leggere le etichette. Si può non essere d’accordo senza dirlo così.',
      hoursLater: 9,
    },
  },
  {
    under: closing,
    author: 'davide_q',
    body: 'Sacchetti richiudibili all’ingrosso, sconto del 40 % con il codice FORNO40 sul nostro sito.',
    daysAgo: 2,
    flags: [
      { by: 'giulia_b', reason: 'spam', note: 'L’ha scritto anche sotto altre due idee.' },
      { by: 'marco_t', reason: 'spam' },
    ],
  },
  {
    under: booking,
    author: 'davide_q',
    body: 'Sacchetti richiudibili all’ingrosso, sconto del 40 % con il codice FORNO40. Consegna in due giorni.',
    daysAgo: 2,
    flags: [{ by: 'elena_v', reason: 'spam' }],
  },
  {
    under: labels,
    author: 'michele_a',
    body: 'La commessa del banco di via Roma, la signora bionda che si chiama Ornella, gli allergeni non li sa. Chiedete a lei e vedete.',
    daysAgo: 1,
    flags: [
      { by: 'fatou_d', reason: 'personal-data', note: 'Fa il nome di una persona che lavora lì.' },
      { by: 'dario_m', reason: 'offensive' },
    ],
  },
  {
    under: labels,
    author: 'nicolo_r',
    body: 'Qualcuno ha visto la partita ieri sera?',
    daysAgo: 1,
    flags: [{ by: 'paolo_g', reason: 'off-topic' }],
  },
]
