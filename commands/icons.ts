import { readFileSync, writeFileSync } from 'node:fs'

const drawn = {
  wheat: `<g fill="currentColor" stroke="none"><path d="M12 1.6c1.9 1.9 1.9 4.4 0 6.3-1.9-1.9-1.9-4.4 0-6.3Z"/>${[0, 4.6, 9.2].map(pair).join('')}</g><path d="M12 9v14" stroke-width="1.6"/>`,
  loaf: '<path d="M2.5 14.3C2.5 9.4 6.7 6 12 6s9.5 3.4 9.5 8.3c0 2.3-1.4 3.7-3.5 3.7H6c-2.1 0-3.5-1.4-3.5-3.7ZM8 9.6l1.4 3.2M12 8.9l1.4 3.3M16 9.6l1.2 2.8"/>',
}

const lucide =
  'apple archive arrow-left arrow-right award ban bell bell-off bell-ring bold cake-slice ' +
  'calendar chart-column check cherry chevron-down chevron-left chevron-right chevron-up circle ' +
  'circle-alert circle-check circle-dot circle-plus circle-question-mark circle-x ' +
  'clipboard-check clock clover coffee cookie copy croissant download ellipsis external-link eye ' +
  'eye-off filter flag flower gem gift git-merge hammer hand-heart heading heart history ' +
  'hourglass image inbox info italic languages leaf lightbulb link list list-checks lock log-in ' +
  'log-out mail map medal megaphone message-circle monitor moon package pencil pin plus receipt ' +
  'reply route rss scale search send settings share-2 shield sparkles sprout star sun tag ' +
  'text-quote thumbs-up ticket trash-2 trending-up triangle-alert trophy truck undo-2 upload ' +
  'user user-check users x'

const symbols = [
  ...Object.entries(drawn).map(([name, shape]) => symbol(name, shape)),
  ...lucide.split(' ').map((name) => symbol(name, shapeOf(name))),
]
const names = [...Object.keys(drawn), ...lucide.split(' ')]

writeFileSync(
  'app/ui/icons.svg',
  `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`,
)
writeFileSync(
  'app/ui/icons.ts',
  `export const iconNames = [\n${names.map((name) => `  '${name}',\n`).join('')}] as const\n\n` +
    'export type IconName = (typeof iconNames)[number]\n',
)

function symbol(name: string, shape: string) {
  return `<symbol id="${name}" viewBox="0 0 24 24">${shape}</symbol>`
}

function shapeOf(name: string) {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8')
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>')
}

function pair(down: number) {
  const y = Number((11.9 + down).toFixed(1))
  const right = `M12.5 ${y}c-.1-2.9 1.7-4.9 4.8-5.2.2 3-1.7 5.1-4.8 5.2Z`
  const left = `M11.5 ${y}c.1-2.9-1.7-4.9-4.8-5.2-.2 3 1.7 5.1 4.8 5.2Z`
  return `<path d="${right}${left}"/>`
}
