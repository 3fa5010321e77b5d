import { Presets, SingleBar } from 'cli-progress'

type Far = { bytes: number; size: number; rows: number }

const everyMs = 2_000

/** Shows how far files are: a bar with rate and time left, or a plain line now and then where there is no terminal. */
export function progressOf() {
  let [file, bar, startedAt, saidAt]: [string, SingleBar | undefined, number, number] = [
    '',
    undefined,
    0,
    0,
  ]

  function begin(name: string, size: number) {
    bar?.stop()
    file = name
    startedAt = saidAt = Date.now()
    if (!process.stdout.isTTY) return
    bar = new SingleBar(
      {
        format: '{file} {bar} {percentage}% · {rows} rows · {rate}/s · {left} left',
        hideCursor: true,
      },
      Presets.shades_classic,
    )
    bar.start(size, 0, { file: name.padEnd(8), rows: 0, rate: 0, left: '…' })
  }

  function show(name: string, { bytes, size, rows }: Far) {
    if (name !== file) begin(name, size)
    const seconds = (Date.now() - startedAt) / 1000
    const rate = Math.round(rows / Math.max(seconds, 0.001))
    const left = `${Math.ceil((seconds / Math.max(bytes, 1)) * (size - bytes))} s`
    bar?.update(bytes, { rows, rate, left })
    if (bar || Date.now() - saidAt < everyMs) return
    saidAt = Date.now()
    console.log(
      `${name}: ${Math.round((bytes / size) * 100)}%, ${rows} rows, ${rate}/s, ${left} left`,
    )
  }
  return { show, stop: () => bar?.stop() }
}
