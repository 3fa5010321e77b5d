/** What a member wants to hear of an idea; `either` where two answers are fair. */
export type Wish = 'following' | 'muted' | undefined | 'either'
type Act = {
  act: string
  who?: number
  what?: number
  into?: number
  which?: number
}
type Merge = { source: number; target: number; isMerged: boolean; released: Set<number> }

/**
 * Merging as a person would tell it, by recursion and sets, and without any copy: who counts for an
 * idea are its own voters and those of the ideas in it, but who took their vote back from it. Ideas
 * and members are numbers; idea 3 was written by member 3.
 */
export class Model {
  own: Set<number>[]
  #wishes: Map<number, Wish>[]
  #everVoted: Set<number>[]
  #merges: Merge[] = []

  constructor(ideas: number) {
    this.own = Array.from({ length: ideas }, () => new Set())
    this.#everVoted = Array.from({ length: ideas }, () => new Set())
    this.#wishes = Array.from({ length: ideas }, () => new Map())
  }

  #into = (i: number) => this.#merges.filter(({ target, isMerged }) => isMerged && target === i)
  #outOf = (i: number) => this.#merges.find(({ source, isMerged }) => isMerged && source === i)

  isMerged = (i: number) => !!this.#outOf(i)

  living(i: number): number {
    const out = this.#outOf(i)
    return out ? this.living(out.target) : i
  }

  voters(i: number): Set<number> {
    const brought = this.#into(i).flatMap(({ source, released }) =>
      [...this.voters(source)].filter((voter) => !released.has(voter)),
    )
    return new Set([...this.own[i]!, ...brought])
  }

  wish(i: number, who: number): Wish {
    const chosen = this.#wishes[i]!.get(who)
    if (chosen) return chosen
    const wantsItself = this.#everVoted[i]!.has(who) || i === who
    for (const { source } of this.#into(i)) {
      const brought = this.wish(source, who) ?? (source === who ? 'following' : undefined)
      // A mute is not brought over one's own vote, and that may have come or gone since.
      if (brought === 'either' || (brought === 'muted' && wantsItself)) return 'either'
      if (brought) return brought
    }
    return undefined
  }

  /** Does an act and answers what it should come to; `undefined` where it is not of interest. */
  do({ act, who = 0, what = 0, into = 0, which = 0 }: Act): string | undefined {
    if (act === 'merge') return this.#merge(what, into)
    if (act === 'unmerge') return this.#unmerge(which)
    if (act === 'withdraw-by-link') return this.#withdrawByLink(who, which)
    if (act === 'restore-by-link') return this.#restoreByLink(who, which)
    if (act === 'follow' || act === 'mute') return this.#choose(who, what, act)
    if (act === 'take-part') return this.#takePart(who, what)
    if (this.isMerged(what)) return 'voting-closed'
    return act === 'cast' ? this.#cast(who, what) : this.#withdraw(who, what)
  }

  #cast(who: number, what: number) {
    if (this.voters(what).has(who)) return 'already-cast'
    this.own[what]!.add(who)
    this.#everVoted[what]!.add(who)
    return 'cast'
  }

  #withdraw(who: number, what: number) {
    if (!this.voters(what).has(who)) return 'not-cast'
    this.own[what]!.delete(who)
    this.#release(who, what)
    return 'withdrawn'
  }

  #release(who: number, what: number) {
    for (const merge of this.#into(what))
      if (this.voters(merge.source).has(who)) merge.released.add(who)
  }

  #merge(what: number, into: number) {
    if (what === into || this.isMerged(what) || this.isMerged(into)) return 'not-merged'
    this.#merges.push({ source: what, target: into, isMerged: true, released: new Set() })
    return 'merged'
  }

  #unmerge(which: number) {
    const merge = this.#merges[which]
    if (!merge) return undefined
    if (!merge.isMerged) return 'not-unmerged'
    merge.isMerged = false
    return 'unmerged'
  }

  #withdrawByLink(who: number, which: number) {
    const merge = this.#merges[which]
    if (!merge) return undefined
    if (!merge.isMerged) return 'apart'
    if (this.own[merge.target]!.has(who)) return 'own'
    if (!this.voters(merge.target).has(who)) return 'not-there'
    this.#release(who, merge.target)
    return 'withdrawn'
  }

  #restoreByLink(who: number, which: number) {
    const merge = this.#merges[which]
    if (!merge) return undefined
    if (!merge.isMerged) return 'apart'
    for (const each of this.#into(merge.target)) each.released.delete(who)
    return 'restored'
  }

  #choose(who: number, what: number, act: 'follow' | 'mute') {
    const state = act === 'follow' ? 'following' : 'muted'
    this.#wishes[this.living(what)]!.set(who, state)
    return state
  }

  #takePart(who: number, what: number) {
    if (this.isMerged(what)) return 'closed'
    const wish = this.wish(what, who)
    if (wish !== 'muted') this.#wishes[what]!.set(who, wish === 'either' ? wish : 'following')
    return 'taken-part'
  }
}
