const plain = /^<[\w!#$%&'*+/=?^`{|}~.-]{1,180}@[\w.[\]:-]{1,120}>$/

/** A Message-ID as it may stand in a header of ours; `undefined` for what is none, or hides something. */
export function mailIdOf(text: string | undefined) {
  const id = text?.trim()
  return id && plain.test(id) ? id : undefined
}

const most = 20

/** The names of a conversation's earlier mails as headers carry them: the first and the latest. */
export function threadOf(mailIds: readonly string[]) {
  const known = mailIds.filter((id) => mailIdOf(id))
  return known.length > most ? [known[0]!, ...known.slice(1 - most)] : known
}
