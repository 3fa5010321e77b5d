type Light = { wall: [string, string]; table: [string, string]; glow: string }

export const morning: Light = {
  wall: ['#fbeed3', '#f3d9a9'],
  table: ['#c98f56', '#9c6436'],
  glow: '#fff7e2',
}
export const noon: Light = {
  wall: ['#eef1e2', '#d5dcbc'],
  table: ['#d9b27f', '#b3824e'],
  glow: '#fdfdf3',
}
export const evening: Light = {
  wall: ['#f7d9bd', '#dd9f77'],
  table: ['#8f5433', '#64371f'],
  glow: '#ffe9cf',
}
export const night: Light = {
  wall: ['#4a3b4f', '#2a2238'],
  table: ['#5a3a2b', '#38231b'],
  glow: '#ffb45e',
}

const gradient = (id: string, [from, to]: [string, string], tilt = 'x2="0" y2="1"') =>
  `<linearGradient id="${id}" x1="0" y1="0" ${tilt}><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`

/** A warm still life, 1600 by 1174: a wall, a table, a light from the left, and what lies there. */
export function scene({ wall, table, glow }: Light, things: string) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="880" viewBox="0 0 1600 1174"><defs>
${gradient('wall', wall)}${gradient('table', table)}
${gradient('crust', ['#e0a55a', '#99562a'])}${gradient('dark', ['#b06f3a', '#6b3a1d'])}
${gradient('crumb', ['#fdf1d4', '#f0d49b'])}${gradient('paper', ['#e8cda2', '#c79e68'], 'x2="1" y2="0.4"')}
${gradient('tin', ['#d8694b', '#8f3626'], 'x2="1" y2="0"')}${gradient('metal', ['#f6efe0', '#b8ac97'], 'x2="1" y2="0"')}
${gradient('cloth', ['#f3ead8', '#cdbb9b'], 'x2="1" y2="0.6"')}${gradient('glass', ['#ffffff', '#cfdfd8'], 'x2="1" y2="0"')}
<radialGradient id="glow" cx="0.28" cy="0.3" r="0.75"><stop stop-color="${glow}" stop-opacity="0.95"/><stop offset="1" stop-color="${glow}" stop-opacity="0"/></radialGradient>
<filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="22"/></filter></defs>
<rect width="1600" height="1174" fill="url(#wall)"/><rect width="1600" height="1174" fill="url(#glow)"/>
<rect y="800" width="1600" height="374" fill="url(#table)"/><path d="M0 800h1600" stroke="#fff" stroke-opacity="0.25" stroke-width="6"/>
<g stroke="#000" stroke-opacity="0.07" stroke-width="5" fill="none"><path d="M0 902c420-26 900 24 1600-8M0 1010c520 26 1000-30 1600 6M0 1108c480-18 1100 26 1600-6"/></g>
${things}</svg>`
}

export const shadow = (x: number, y: number, width: number) =>
  `<ellipse cx="${x + 34}" cy="${y}" rx="${width / 2}" ry="${width / 12}" fill="#2a1608" fill-opacity="0.38" filter="url(#soft)"/>`

export const moved = (x: number, y: number, size: number, shape: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${shape}</g>`

export const flour = (x: number, y: number) =>
  [...'abcdefghijklmnop']
    .map((_, i) => {
      const [dx, dy] = [((i * 83) % 260) - 130, ((i * 47) % 60) - 30]
      return `<circle cx="${x + dx}" cy="${y + dy}" r="${2 + (i % 4)}" fill="#fffaf0" fill-opacity="0.75"/>`
    })
    .join('')

const cuts =
  '<g fill="none" stroke="#fbe3b3" stroke-width="20" stroke-linecap="round"><path d="M-190-120c50-60 110-80 160-84"/><path d="M-50-100c50-60 110-80 160-84"/><path d="M90-80c40-50 90-70 130-70"/></g>'

/** Each stands with its foot on 0, 0. */
export const loaf = `<path d="M-330 0c-60 0-80-60-60-120C-350-230-180-290 10-290s350 70 380 180c18 60-10 110-60 110Z" fill="url(#crust)"/>${cuts}<path d="M-330 0c-34 0-56-20-62-50 200 44 590 40 780 0-8 30-28 50-58 50Z" fill="#000" fill-opacity="0.12"/>`

export const half = `<path d="M-300 0c-30-250 120-330 300-330 180 0 330 90 300 330Z" fill="url(#crust)"/><path d="M-250-6c-20-200 100-270 250-270s280 80 250 270Z" fill="url(#crumb)"/><g fill="#d9ae68" fill-opacity="0.55"><ellipse cx="-110" cy="-120" rx="28" ry="18"/><ellipse cx="20" cy="-190" rx="36" ry="20"/><ellipse cx="120" cy="-90" rx="30" ry="18"/><ellipse cx="-20" cy="-80" rx="18" ry="12"/><ellipse cx="-160" cy="-50" rx="16" ry="10"/><ellipse cx="150" cy="-180" rx="18" ry="12"/></g>`

export const panettone = `<path d="M-210 0-230-210H230L210 0Z" fill="#8a4a2a"/><path d="M-210 0-230-210H230L210 0Z" fill="none" stroke="#f0cf95" stroke-opacity="0.5" stroke-width="6" stroke-dasharray="14 18"/><path d="M-262-210c-30-150 100-240 262-240s292 90 262 240Z" fill="url(#crust)"/><path d="M-120-360 120-300M-90-270 100-390" stroke="#fbe3b3" stroke-width="18" stroke-linecap="round"/><g fill="#5a2d1a"><circle cx="-150" cy="-260" r="13"/><circle cx="40" cy="-250" r="12"/><circle cx="160" cy="-290" r="13"/><circle cx="-60" cy="-400" r="12"/></g><g fill="#e98a2d"><circle cx="-190" cy="-310" r="11"/><circle cx="110" cy="-240" r="11"/><circle cx="20" cy="-330" r="12"/></g>`

export const tin = `<path d="M-300 0v-330H300V0c-80 40-520 40-600 0Z" fill="url(#tin)"/><path d="M-300-276c90 34 510 34 600 0v48c-90 34-510 34-600 0Z" fill="#f5dfb2"/><path d="M-316-400h632v78c-90 40-542 40-632 0Z" fill="#a4402d"/><ellipse cx="0" cy="-400" rx="316" ry="46" fill="#e58a6b"/><ellipse cx="0" cy="-406" rx="250" ry="30" fill="#c95f43"/><g transform="translate(0 -98) scale(0.78)" fill="none" stroke="#f5dfb2" stroke-width="12" stroke-linecap="round"><path d="M0 80V-70"/><path d="M0 40c-44-4-62-26-64-56 40 0 62 22 64 56Zm0 0c44-4 62-26 64-56-40 0-62 22-64 56ZM0-10c-40-4-56-24-58-52 36 0 56 20 58 52Zm0 0c40-4 56-24 58-52-36 0-56 20-58 52Z" fill="#f5dfb2"/></g>`

export const bag = `<path d="M-60-560c40-60 90-60 130 0l20 120H-80Z" fill="url(#crust)"/><path d="M-200-520c30-70 100-80 150-10l20 100H-190Z" fill="url(#dark)"/><path d="M70-500c40-60 110-50 130 20l-10 60H60Z" fill="url(#crust)"/><path d="M-250 0-270-430l54 30 54-30 54 30 54-30 54 30 54-30 54 30 54-30 54 30 54-30L250 0Z" fill="url(#paper)"/><path d="m90 0 30-400 90-20L250 0Z" fill="#000" fill-opacity="0.1"/><path d="M-120-180h200M-120-130h140" stroke="#8a5f33" stroke-width="14" stroke-linecap="round" stroke-opacity="0.6"/>`

export const sack = `<path d="M-120-400c-20-220 250-220 240 0" fill="none" stroke="#d6c5a5" stroke-width="34"/><path d="M-270 0-240-400c150 30 330 30 480 0L270 0c-140 34-400 34-540 0Z" fill="url(#cloth)"/><path d="M-245-340c150 30 340 30 490 0" fill="none" stroke="#a88c5c" stroke-width="8" stroke-dasharray="26 16"/><g transform="translate(0 -160)" fill="none" stroke="#7a5b34" stroke-width="14" stroke-linecap="round"><path d="M0 110V-100"/><path d="M0 70c-54-6-76-34-78-70 48 0 76 28 78 70Zm0 0c54-6 76-34 78-70-48 0-76 28-78 70ZM0 0c-48-6-68-30-70-64 44 0 68 26 70 64Zm0 0c48-6 68-30 70-64-44 0-68 26-70 64Z" fill="#7a5b34"/></g>`

export const jar = `<rect x="-190" y="-430" width="380" height="430" rx="60" fill="url(#glass)" fill-opacity="0.75"/><path d="M-170-270c60-40 100 20 170-10s110 20 170-6v230c0 30-20 46-50 46h-240c-30 0-50-16-50-46Z" fill="#f4e2bd"/><g fill="#fffaf0" stroke="#dcc391" stroke-width="4"><circle cx="-90" cy="-190" r="26"/><circle cx="20" cy="-120" r="34"/><circle cx="100" cy="-200" r="20"/><circle cx="-60" cy="-80" r="18"/><circle cx="90" cy="-60" r="16"/></g><path d="M-210-440c0-80 420-80 420 0l-14 40c-120 30-272 30-392 0Z" fill="#c7784a"/><path d="M-200-410c130 30 270 30 400 0" fill="none" stroke="#8b4a28" stroke-width="12"/><path d="M-150-380v300" stroke="#fff" stroke-opacity="0.7" stroke-width="22" stroke-linecap="round"/>`

export const biscuit = `<circle r="120" fill="url(#crust)"/><circle r="100" fill="#e7b871"/><g fill="#7b4524"><circle cx="-42" cy="-30" r="13"/><circle cx="34" cy="-48" r="11"/><circle cx="50" cy="24" r="14"/><circle cx="-16" cy="46" r="12"/><circle cx="-64" cy="22" r="9"/></g><circle r="108" fill="none" stroke="#b97b3c" stroke-width="8" stroke-dasharray="30 22"/>`

const basket = `<path d="M-400-190c0 150 60 190 130 190h540c70 0 130-40 130-190Z" fill="url(#dark)"/><g stroke="#d49a5b" stroke-width="16" stroke-opacity="0.7" fill="none"><path d="M-390-130H390M-370-70H370M-300-190l40 190M-180-190l24 190M-60-190l8 190M60-190l-8 190M180-190l-24 190M300-190l-40 190"/></g><rect x="-420" y="-226" width="840" height="54" rx="27" fill="#a4652f"/>`

export const oven = `<path d="M-420 0v-330c0-230 180-340 420-340s420 110 420 340V0Z" fill="#7c4a36"/><path d="M-420 0v-330c0-230 180-340 420-340s420 110 420 340V0" fill="none" stroke="#3a2018" stroke-width="16"/><path d="M-270 0v-250c0-140 120-210 270-210s270 70 270 210V0Z" fill="#2b1510"/><path d="M-250 0v-230c0-130 110-196 250-196s250 66 250 196V0Z" fill="#f59a3c" fill-opacity="0.85"/><path d="M-190 0c0-110 60-130 70-220 60 50 50 100 80 130 10-60 40-110 60-150 60 70 50 130 90 160 20-30 20-50 20-80 50 60 70 110 70 160Z" fill="#ffd879"/>`

export const pile = [
  moved(-190, -190, 0.6, loaf),
  moved(190, -190, 0.6, loaf),
  moved(0, -260, 0.62, loaf),
  basket,
].join('')

/** The drawings of the story, by the title of the idea that they show, with what they say in words. */
const chalk =
  '<g fill="none" stroke="#f6efe0" stroke-width="16" stroke-linecap="round"><path d="M-190-520h240M-190-400h170M-190-280h280M-190-160h130"/><path d="M130-400h90M130-160h90" stroke-opacity="0.6"/></g><g fill="none" stroke="#f0c46a" stroke-width="14" stroke-linecap="round" transform="translate(-30 0)"><path d="M120-530c30-50 90-50 110 0M130-285c40-40 80-40 110 0v24h-110z"/></g>'

export const board = `<path d="M-300 20l60-680h480l60 680h-60l-20-120h-440l-20 120z" fill="#7a4a2c"/><rect x="-250" y="-640" width="500" height="580" rx="14" fill="#2c3431" stroke="#8f5a35" stroke-width="26"/>${chalk}`

const sheet =
  '<path d="M-270-10l20-640h500l20 640z" fill="#fffdf6" stroke="#d9c9a6" stroke-width="8"/><path d="M-230-620h460v70h-460z" fill="#5f7a4f"/><g stroke="#b9a988" stroke-width="14" stroke-linecap="round"><path d="M-90-470h290M-90-360h250M-90-250h300M-90-140h220"/></g><g fill="none" stroke="#8f5433" stroke-width="13"><circle cx="-170" cy="-470" r="34"/><path d="M-204-330l34-66 34 66zM-200-286h60v66h-60z"/><path d="M-200-140c0-60 60-60 60 0s-60 40-60 0"/></g>'

export const drawings: Record<string, { alt: string; svg: string }> = {
  'Una scatola di latta da riempire in negozio': {
    alt: 'Una scatola di latta rossa con una spiga, accanto a due biscotti',
    svg: scene(
      morning,
      shadow(740, 985, 760) +
        moved(740, 980, 1.25, tin) +
        moved(1200, 1010, 0.95, biscuit) +
        moved(1330, 940, 0.8, biscuit),
    ),
  },
  'Pane del giorno prima a metà prezzo dopo le 18': {
    alt: 'Un cesto di pagnotte nella luce della sera',
    svg: scene(evening, shadow(800, 1000, 1000) + moved(800, 1000, 1.25, pile)),
  },
  'Buste di carta al posto della plastica per il pane affettato': {
    alt: 'Una busta di carta piena di pane',
    svg: scene(
      noon,
      shadow(760, 1010, 720) + moved(760, 1010, 1.35, bag) + moved(1240, 1010, 0.55, half),
    ),
  },
  'Una notte al forno, per vedere come nasce il pane': {
    alt: 'La bocca accesa di un forno a legna, di notte',
    svg: scene(
      night,
      moved(800, 830, 1.12, oven) + shadow(800, 1040, 700) + moved(800, 1040, 0.7, loaf),
    ),
  },
  'Il panettone mignon, anche fuori stagione': {
    alt: 'Tre panettoni mignon in fila',
    svg: scene(
      morning,
      [370, 800, 1230].map((x) => shadow(x, 1005, 420) + moved(x, 1000, 0.92, panettone)).join(''),
    ),
  },
  'Mezza pagnotta per chi vive solo': {
    alt: 'Mezza pagnotta tagliata, con la mollica in vista',
    svg: scene(noon, shadow(790, 1000, 820) + moved(790, 1000, 1.35, half) + flour(300, 1060)),
  },
  'Un barattolo di pasta madre per chi vuole provare a casa': {
    alt: 'Un barattolo di vetro con la pasta madre che cresce',
    svg: scene(
      morning,
      shadow(700, 1000, 560) +
        moved(700, 1000, 1.5, jar) +
        flour(1180, 1010) +
        moved(1250, 1000, 0.5, loaf),
    ),
  },
  'Borse cucite con i sacchi di farina': {
    alt: 'Una borsa di tela cucita con un sacco di farina',
    svg: scene(evening, shadow(800, 1010, 700) + moved(800, 1010, 1.4, sack) + flour(330, 1040)),
  },
  'Frollini con la farina di castagne della valle': {
    alt: 'Una pila di frollini scuri su un tavolo di legno',
    svg: scene(
      morning,
      shadow(800, 1020, 900) +
        [
          [520, 960],
          [800, 1000],
          [1080, 960],
          [660, 800],
          [940, 800],
          [800, 640],
        ]
          .map(([x, y]) => moved(x!, y!, 1.25, biscuit))
          .join(''),
    ),
  },
  'Il pane sospeso': {
    alt: 'Una pagnotta su un tavolo, accanto a una busta di carta',
    svg: scene(
      noon,
      shadow(620, 1000, 820) + moved(620, 1000, 1.15, loaf) + moved(1210, 1000, 0.95, bag),
    ),
  },
  'La lavagna delle sfornate, con gli orari veri': {
    alt: 'Una lavagna a cavalletto con gli orari scritti a gesso, accanto a una pagnotta',
    svg: scene(
      noon,
      shadow(640, 1030, 620) + moved(640, 1010, 1.2, board) + moved(1230, 1010, 0.8, loaf),
    ),
  },
  'A sheet at the counter with the allergens in English': {
    alt: 'A sheet on a counter, one symbol for each line, beside a paper bag',
    svg: scene(
      morning,
      shadow(640, 1010, 640) + moved(640, 1000, 1.2, sheet) + moved(1240, 1010, 0.85, bag),
    ),
  },
}
