import type { DemoIdea } from '../story.ts'
import { barattoloPasta } from './promotions/barattolo-pasta.ts'
import { bolliniPeluche } from './promotions/bollini-peluche.ts'
import { boxBread } from './promotions/box-bread.ts'
import { calendarioBiscotti } from './promotions/calendario-biscotti.ts'
import { colazioneNonni } from './promotions/colazione-nonni.ts'
import { decimoPane } from './promotions/decimo-pane.ts'
import { notteForno } from './promotions/notte-forno.ts'
import { paneCasa } from './promotions/pane-casa.ts'
import { panino15 } from './promotions/panino-15.ts'
import { scontoGentile } from './promotions/sconto-gentile.ts'

export const promotionIdeas: DemoIdea[] = [
  barattoloPasta,
  notteForno,
  decimoPane,
  bolliniPeluche,
  paneCasa,
  scontoGentile,
  colazioneNonni,
  boxBread,
  calendarioBiscotti,
  panino15,
]
