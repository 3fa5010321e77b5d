import type { DemoIdea } from '../story.ts'
import { birraPane } from './commitment/birra-pane.ts'
import { borseCucite } from './commitment/borse-cucite.ts'
import { farinaMulino } from './commitment/farina-mulino.ts'
import { fornoAcceso } from './commitment/forno-acceso.ts'
import { keepOne } from './commitment/keep-one.ts'
import { paneGiorno } from './commitment/pane-giorno.ts'
import { paneMarmellata } from './commitment/pane-marmellata.ts'
import { paneSospeso } from './commitment/pane-sospeso.ts'
import { quietHour } from './commitment/quiet-hour.ts'
import { scaffaleLasciare } from './commitment/scaffale-lasciare.ts'
import { tirociniVeri } from './commitment/tirocini-veri.ts'
import { waterTap } from './commitment/water-tap.ts'

export const commitmentIdeas: DemoIdea[] = [
  paneGiorno,
  paneSospeso,
  borseCucite,
  quietHour,
  paneMarmellata,
  waterTap,
  farinaMulino,
  tirociniVeri,
  fornoAcceso,
  birraPane,
  keepOne,
  scaffaleLasciare,
]
