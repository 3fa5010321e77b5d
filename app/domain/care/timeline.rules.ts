type Dated = { id: string; at: Date }

export type Item<M, N, A> =
  | { kind: 'message'; key: string; message: M }
  | { kind: 'note'; key: string; note: N }
  | { kind: 'acts'; key: string; acts: A[] }

/**
 * What was said and done in a case as one line of time. What was done between two words stands
 * together, so that it can be folded.
 */
export function timelineOf<M extends Dated, N extends Dated, A extends Dated>(said: {
  messages: M[]
  notes: N[]
  acts: A[]
}): Item<M, N, A>[] {
  const all: { at: Date; id: string; item: Item<M, N, A> }[] = [
    ...said.messages.map((message) => ({
      ...message,
      item: { kind: 'message', key: message.id, message } as const,
    })),
    ...said.notes.map((note) => ({ ...note, item: { kind: 'note', key: note.id, note } as const })),
    ...said.acts.map((act) => ({
      ...act,
      item: { kind: 'acts', key: act.id, acts: [act] } satisfies Item<M, N, A>,
    })),
  ]
  all.sort((one, other) => +one.at - +other.at || (one.id < other.id ? -1 : 1))
  return all.reduce<Item<M, N, A>[]>((line, { item }) => {
    const last = line.at(-1)
    if (item.kind === 'acts' && last?.kind === 'acts') last.acts.push(...item.acts)
    else line.push(item)
    return line
  }, [])
}
