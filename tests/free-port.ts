import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below those that the system lends to whoever calls out: nobody is lent one between this look and its use.
const [first, end] = [20_000, 32_000]

const isFree = (port: number) =>
  new Promise<boolean>((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, () => probe.close(() => done(true)))
  })

/** A port that nobody listens on just now. */
export async function freePort() {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(first, end)
    if (await isFree(port)) return port
  }
  throw new Error(`Of a hundred ports from ${first} to ${end} none was free`)
}
