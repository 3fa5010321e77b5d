/** How the house answers who writes to it. */
export type CareSettings = {
  /** Days after a case was solved in which the member may open it again by writing; then it is closed. */
  reopenDays: number
  /** Whether who wrote is asked how content they are once a case is solved. */
  asksContent: boolean
  /** Days after which they are reminded, once. */
  contentReminderDays: number
  /** Whether mails carry the answer itself, or only say that there is one. */
  answersInMail: boolean
  /** Months after it was closed for which a case is kept. */
  caseMonths: number
  /** The most points, and coupons, that one agent may give in a day alone. */
  remedyPoints: number
  remedyCoupons: number
}

export const careDefaults: CareSettings = {
  reopenDays: 14,
  asksContent: true,
  contentReminderDays: 3,
  answersInMail: true,
  caseMonths: 24,
  remedyPoints: 200,
  remedyCoupons: 2,
}
