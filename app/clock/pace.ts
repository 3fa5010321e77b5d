/** How much is done at once: as much as can be done in about `ms`, whatever the machine and its load. */
export class Pace {
  readonly #ms: number
  readonly #least: number
  readonly #most: number
  #size: number

  constructor(ms: number, least: number, most: number) {
    this.#ms = ms
    this.#least = least
    this.#most = most
    this.#size = least
  }

  /** So many, now. */
  get size() {
    return this.#size
  }

  /** Does `work` on so many, and learns from how long that takes. */
  async keep<T>(work: (size: number) => Promise<T>): Promise<T> {
    const started = performance.now()
    try {
      return await work(this.#size)
    } finally {
      this.#learn(performance.now() - started)
    }
  }

  #learn(took: number) {
    // Slower at once; faster by little: a few small ones in a row say little of a large one.
    const factor = Math.min(Math.max(this.#ms / Math.max(took, 0.1), 0.25), 1.25)
    const size = Math.ceil(this.#size * factor)
    this.#size = Math.min(Math.max(size, this.#least), this.#most)
  }
}

/** Rows of a file that somebody imports: nobody who writes waits long for them. */
export const importPace = () => new Pace(12, 15, 150)
