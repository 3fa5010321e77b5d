import sharp from 'sharp'
import { address } from '#tests/rewards.ts'
import { furnished, type Guests, open, pause } from './place.ts'

/** What the house said yes to: each must be stored, whatever happens afterwards. */
export type Acknowledged = {
  votes: [ideaId: string, voterId: string][]
  comments: string[]
  pictures: string[]
  mails: string[]
  redemptions: [personId: string, key: string][]
}
export const nothing = (): Acknowledged => ({
  ...{ votes: [], comments: [], pictures: [], mails: [] },
  redemptions: [],
})
export const countOf = (acknowledged: Acknowledged) =>
  Object.values(acknowledged).reduce((sum, list) => sum + list.length, 0)

type Act = {
  path: string
  token?: string
  body: URLSearchParams | FormData
  yes: (to: string) => void
}

const picture = await sharp({
  create: { width: 64, height: 48, channels: 3, background: '#c96' },
})
  .png()
  .toBuffer()

let said = 0

/** Many members at once, each act a real form over HTTP; what is answered with 303 counts as acknowledged. */
export class Crowd {
  readonly acknowledged = nothing()
  readonly statuses = new Map<number | 'broken' | 'closed', number>()
  #guests: Guests
  #votes: [number, number][]
  #mails: number[]
  #going = false
  #workers: Promise<void>[] = []
  origin = ''
  /** From this moment on the doors may be closed: whoever comes later has begun nothing. */
  closingAt = Infinity

  constructor(guests: Guests) {
    this.#guests = guests
    const { members, ideas } = guests
    this.#votes = members.flatMap((_, m) => ideas.map((_, i): [number, number] => [m, i]))
    this.#votes.sort(() => Math.random() - 0.5)
    this.#mails = members.map((_, m) => m)
  }

  /** Lets `many` hands act, again and again, until `stop`. */
  start(origin: string, many = 12) {
    this.origin = origin
    this.#going = true
    this.#workers = Array.from({ length: many }, async (_, i) => {
      while (this.#going) if (!(await this.once(i))) await pause(20)
    })
  }

  /** Waits until so many more acts were acknowledged, but no longer than `ms`. */
  async atLeast(more: number, ms = 4_000) {
    const [wanted, until] = [countOf(this.acknowledged) + more, Date.now() + ms]
    while (countOf(this.acknowledged) < wanted && Date.now() < until) await pause(5)
  }

  async stop() {
    this.#going = false
    await Promise.all(this.#workers)
  }

  /** One act; answers whether it was acknowledged. */
  async once(hand = 0) {
    const dice = Math.random()
    const act =
      dice < 0.02 && hand < 2
        ? this.#picture()
        : dice < 0.06
          ? this.#mail()
          : dice < 0.25
            ? this.#comment()
            : dice < 0.5
              ? this.#redemption()
              : this.#vote()
    return this.#done(act)
  }

  async #done({ path, token, body, yes }: Act) {
    const began = performance.now()
    try {
      const answer = await fetch(this.origin + path, {
        method: 'POST',
        redirect: 'manual',
        body,
        headers: {
          Origin: this.origin,
          ...(token && { Cookie: `granaio_session=${token}` }),
        },
      })
      await answer.arrayBuffer()
      this.#count(answer.status)
      const to = answer.headers.get('Location') ?? ''
      if (answer.status === 303 && !to.startsWith('/login')) yes(to)
      return answer.status === 303
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string }
      this.#count(code === 'ECONNREFUSED' || began > this.closingAt ? 'closed' : 'broken')
      return false
    }
  }

  #count(status: number | 'broken' | 'closed') {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
  }

  #anyone() {
    return this.#guests.members[Math.floor(Math.random() * this.#guests.members.length)]!
  }

  #vote(): Act {
    const [m, i] = this.#votes.pop() ?? [0, 0]
    const [voter, idea] = [this.#guests.members[m]!, this.#guests.ideas[i]!]
    return {
      path: `/ideas/${idea.number}/vote`,
      token: voter.token,
      body: new URLSearchParams({ intent: 'cast' }),
      yes: () => this.acknowledged.votes.push([idea.id, voter.id]),
    }
  }

  #comment(): Act {
    const body = `A thought of mine, number ${process.pid}-${++said}.`
    const { number } = this.#guests.ideas[said % this.#guests.ideas.length]!
    return {
      path: `/ideas/${number}/comments`,
      token: this.#anyone().token,
      body: new URLSearchParams({ body }),
      yes: () => this.acknowledged.comments.push(body),
    }
  }

  #redemption(): Act {
    const member = this.#anyone()
    const { rewards } = this.#guests
    const { slug } = rewards[++said % rewards.length]!
    const key = `wish-${process.pid}-${said}`
    return {
      path: `/rewards/${slug}/redeem`,
      token: member.token,
      body: new URLSearchParams({ idempotencyKey: key, ...address }),
      yes: () => this.acknowledged.redemptions.push([member.id, key]),
    }
  }

  #mail(): Act {
    const m = this.#mails.pop()
    if (m === undefined) return this.#vote()
    const { email } = this.#guests.members[m]!
    return {
      path: '/forgot',
      body: new URLSearchParams({ email }),
      yes: () => this.acknowledged.mails.push(email),
    }
  }

  #picture(): Act {
    const body = new FormData()
    const fields = {
      title: `An idea with a picture, number ${++said}`,
      body: 'What it is about is told here in a few words, for the reader.',
      category: 'packaging',
      tags: 'refill',
      alt0: 'A field of wheat',
      confirm: 'yes',
      intent: 'publish',
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    body.set('images', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'field.png')
    return {
      path: '/ideas/new',
      token: this.#anyone().token,
      body,
      yes: (to) => {
        const number = /^\/ideas\/(\d+)/.exec(to)?.[1]
        if (number) this.acknowledged.pictures.push(number)
      },
    }
  }
}

/** A furnished house in `folder` in which so many hands act, after so many acts. */
export async function inhabited(folder: string, { hands, acts }: { hands: number; acts: number }) {
  const guests = furnished(folder)
  const crowd = new Crowd(guests)
  const house = await open(folder)
  crowd.start(house.origin, hands)
  await crowd.atLeast(acts)
  return { guests, crowd, house }
}
