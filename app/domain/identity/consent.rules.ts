export const purposes = ['terms', 'marketing', 'profiling'] as const
export type Purpose = (typeof purposes)[number]

/** The version of the texts that people agree to; change it together with them. */
export const consentVersion = '2026-11'

/** Whoever is younger may not join alone (Italy, legislative decree 101/2018). */
export const youngest = 14

/** True when somebody born in `birthYear` is at least 14 whatever their birthday is. */
export const isOldEnough = (birthYear: number, today: Date) =>
  today.getUTCFullYear() - birthYear - 1 >= youngest
