import type { DemoIdea } from '../story.ts'
import { biscottiCani } from './products/biscotti-cani.ts'
import { biscottoSenza } from './products/biscotto-senza.ts'
import { cialdePane } from './products/cialde-pane.ts'
import { fetteBiscottate } from './products/fette-biscottate.ts'
import { frolliniDomenica } from './products/frollini-domenica.ts'
import { frolliniFarina } from './products/frollini-farina.ts'
import { grissiniTirati } from './products/grissini-tirati.ts'
import { laboratorioSeparato } from './products/laboratorio-separato.ts'
import { mezzaPagnotta } from './products/mezza-pagnotta.ts'
import { paneChiama } from './products/pane-chiama.ts'
import { paneNero } from './products/pane-nero.ts'
import { paneNome } from './products/pane-nome.ts'
import { panettoneMignon } from './products/panettone-mignon.ts'
import { paninoVegetariano } from './products/panino-vegetariano.ts'
import { pizzaTaglio } from './products/pizza-taglio.ts'
import { sconesSaturday } from './products/scones-saturday.ts'
import { seededLoaf } from './products/seeded-loaf.ts'
import { sellSourdough } from './products/sell-sourdough.ts'
import { spongadaTutto } from './products/spongada-tutto.ts'
import { tortaRose } from './products/torta-rose.ts'

export const productIdeas: DemoIdea[] = [
  panettoneMignon,
  mezzaPagnotta,
  frolliniFarina,
  paneNome,
  pizzaTaglio,
  biscottoSenza,
  laboratorioSeparato,
  sellSourdough,
  frolliniDomenica,
  paneChiama,
  cialdePane,
  grissiniTirati,
  paneNero,
  tortaRose,
  spongadaTutto,
  fetteBiscottate,
  seededLoaf,
  biscottiCani,
  paninoVegetariano,
  sconesSaturday,
]
