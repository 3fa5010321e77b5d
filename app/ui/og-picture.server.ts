import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import { grain, pair, stems } from './sheaf.tsx'

const width = 1200
const height = 630
const margin = 80
const room = 760
const sizes = [76, 66, 58, 50]
const mostLines = 4
const ink = '#3a2517'
const quiet = '#6a4f3e'
const paper = '#fcf7ec'
const wheat = '#eead3c'
const hex = /^#[\da-f]{6}$/i

const find = createRequire(import.meta.url)

function openFont(subset: string): Font {
  const file = readFileSync(
    find.resolve(`@fontsource/young-serif/files/young-serif-${subset}-400-normal.woff`),
  )
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
}

let opened: Font[] | undefined
const fonts = () => (opened ??= [openFont('latin'), openFont('latin-ext')])

const fontFor = (letter: string) => fonts().find((font) => font.charToGlyphIndex(letter) > 0)

/** A line as runs of letters that one font can draw; letters that none can are left out. */
function runsOf(text: string) {
  const runs: { font: Font; text: string }[] = []
  for (const letter of text.normalize('NFC')) {
    const font = fontFor(letter)
    const last = runs.at(-1)
    if (last && font === last.font) last.text += letter
    else if (font) runs.push({ font, text: letter })
  }
  return runs
}

const widthOf = (text: string, size: number) =>
  runsOf(text).reduce((sum, run) => sum + run.font.getAdvanceWidth(run.text, size), 0)

// Not `toPathData`: it writes NaN for some numbers, and the picture ends there.
const written = (commands: PathCommand[]) =>
  commands
    .map(({ type, ...points }) => {
      const { x1, y1, x2, y2, x, y } = points as Record<string, number | undefined>
      const known = [x1, y1, x2, y2, x, y].filter((n) => n !== undefined)
      return type + known.map((n) => Math.round(n * 10) / 10).join(' ')
    })
    .join('')

function drawn(
  text: string,
  { x, y, size, fill }: Record<'x' | 'y' | 'size', number> & { fill: string },
) {
  const paths = runsOf(text).map((run) => {
    const path = written(run.font.getPath(run.text, x, y, size).commands)
    x += run.font.getAdvanceWidth(run.text, size)
    return path
  })
  return `<path fill="${fill}" d="${paths.join('')}"/>`
}

function lines(text: string, size: number) {
  const all = ['']
  for (const word of text.split(/\s+/)) {
    const longer = `${all.at(-1)} ${word}`.trim()
    if (widthOf(longer, size) <= room || !all.at(-1)) all[all.length - 1] = longer
    else all.push(word)
  }
  return all
}

/** The title in the largest size in which it fits, cut where none does. */
function fitted(title: string) {
  const size = sizes.find((one) => lines(title, one).length <= mostLines) ?? sizes.at(-1)!
  const all = lines(title, size)
  const shown = all.slice(0, mostLines)
  if (all.length > mostLines) shown[mostLines - 1] += '…'
  return { size, shown }
}

function sheaf(colour: string) {
  const ears = stems.map(({ lean, reach, size, pale }) => {
    const kernels = [0, 22, 44].map(
      (down) => `<path d="${pair}" transform="translate(0 ${down})"/>`,
    )
    const ear = `<g transform="translate(0-${reach}) scale(${size})">${kernels.join('')}<path d="${grain}" transform="translate(0-24)"/></g>`
    const stem = `<path d="M0 ${36 - Math.abs(lean) / 8}V-${reach - 20}" stroke="${colour}" stroke-width="3.5" fill="none" stroke-linecap="round"/>`
    return `<g transform="translate(150 208) rotate(${lean})" opacity="${pale ? 0.65 : 1}">${stem}${ear}</g>`
  })
  const tie = `<path d="M137 205q13 6 26 0" fill="none" stroke="${ink}" stroke-width="6" stroke-linecap="round"/>`
  return `<g transform="translate(812 120) scale(1.45)" fill="${colour}">${ears.join('')}${tie}</g>`
}

export type Pictured = { title: string; site: string; below: string; accent?: string | null }

/** The picture of an idea, drawn: 1200 by 630, its words as shapes, so that no font is needed to show it. */
export function pictureSvg({ title, site, below, accent }: Pictured) {
  const colour = accent && hex.test(accent) ? accent : wheat
  const { size, shown } = fitted(title)
  const step = size * 1.18
  const top = 330 - ((shown.length - 1) * step) / 2 + size * 0.3
  const words = shown.map((line, i) =>
    drawn(line, { x: margin, y: top + i * step, size, fill: ink }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect width="${width}" height="14" fill="${colour}"/>`,
    sheaf(colour),
    drawn(site, { x: margin, y: 112, size: 38, fill: quiet }),
    ...words,
    drawn(below, { x: margin, y: height - 70, size: 34, fill: quiet }),
    '</svg>',
  ].join('')
}
