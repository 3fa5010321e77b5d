/** For how many days the house keeps what it need not keep for good. */
export type PrivacySettings = {
  /** The whole network address of a device that signed in; afterwards only its beginning. */
  ipDays: number
  /** Mails that were sent, and other work that was done. */
  mailDays: number
  /** Mails that could not be sent, and other work that was given up. */
  deadMailDays: number
  /** Notifications that were read; unread ones twice as long. */
  noticeDays: number
  /** The register of mails that came in. */
  inboundDays: number
  /** The address of a guest who reported something, after the outcome. */
  flagDays: number
  /** Who wrote a review or a mention elsewhere. */
  mentionDays: number
}

export const privacyDefaults: PrivacySettings = {
  ipDays: 30,
  mailDays: 30,
  deadMailDays: 90,
  noticeDays: 90,
  inboundDays: 180,
  flagDays: 180,
  mentionDays: 730,
}
