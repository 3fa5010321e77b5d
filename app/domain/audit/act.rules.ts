/** Every act of the log, by what it is about; the last word of each says what was done. */
export const auditActs = {
  answer: ['edited'],
  appeal: ['decided'],
  calendar: ['changed'],
  case: [
    'invited-idea',
    'linked',
    'merged',
    'message-deleted',
    'opened-from',
    'revealed',
    'split',
    'unlinked',
  ],
  comment: ['hidden', 'restored'],
  criterion: ['added', 'moved', 'restored', 'retired', 'saved'],
  dossier: [
    'assigned',
    'closed',
    'concluded',
    'opened',
    'planned',
    'published',
    'reconciled',
    'retracted',
    'scored',
    'scoring-closed',
    'scoring-reopened',
    'unassigned',
  ],
  erasure: ['asked', 'cancelled', 'done'],
  export: ['asked', 'fetched'],
  faq: ['rewritten', 'written'],
  'faq-category': ['added', 'placed', 'removed', 'renamed'],
  grant: ['asked', 'done', 'refused'],
  house: ['set-up'],
  idea: ['answered', 'asked', 'merged', 'move-undone', 'moved', 'tagged', 'unmerged'],
  macro: ['added', 'changed', 'placed', 'restored', 'retired'],
  mail: ['retried'],
  mention: ['answered', 'case', 'ignored', 'reopened'],
  'mention-import': ['started', 'stopped'],
  'mention-source': ['added', 'changed', 'off', 'on', 'secret-renewed'],
  merge: ['asked', 'withdrawn'],
  moderation: [
    'burst-annulled',
    'burst-counted',
    'burst-held',
    'decided',
    'undone',
    'word-freed',
    'words-held',
  ],
  objection: ['decided'],
  pair: ['dismissed', 'restored'],
  person: ['readmitted', 'roles-assigned', 'suspended'],
  points: ['rule-changed', 'suspicion-cleared', 'suspicion-taken-back'],
  policy: ['added', 'changed', 'placed', 'restored', 'retired'],
  question: ['withdrawn'],
  realised: ['published', 'saved', 'withdrawn'],
  redemption: ['address-exported', 'address-seen', 'moved'],
  remedy: ['asked', 'given', 'refused'],
  resubmission: ['decided'],
  reward: ['codes-imported', 'created', 'saved'],
  round: [
    'cancelled',
    'decided',
    'edited',
    'late',
    'opened',
    'picked',
    'planned',
    'published',
    'publishing',
    'unpicked',
  ],
  settings: ['appeals-changed', 'changed'],
  status: ['added', 'changed', 'reinstated', 'retired'],
  statuses: ['ordered'],
  thanks: ['given', 'taken-back'],
  thresholds: ['changed'],
  topic: ['added', 'changed', 'placed', 'restored', 'retired'],
  transitions: ['changed'],
  vote: ['cast-for'],
} as const

type Acts = typeof auditActs
/** What the log calls an act: each has its words in every language. */
export type AuditAct = { [About in keyof Acts]: `${About}.${Acts[About][number]}` }[keyof Acts]

/** All of them, in order. */
export const everyAuditAct = Object.entries(auditActs).flatMap(([about, done]) =>
  done.map((word) => `${about}.${word}`),
) as AuditAct[]

/** Whether an entry, maybe of years ago, has words. */
export const isAuditAct = (act: string): act is AuditAct =>
  (everyAuditAct as string[]).includes(act)
