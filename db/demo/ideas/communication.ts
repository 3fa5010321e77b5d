import type { DemoIdea } from '../story.ts'
import { campioneDello } from './communication/campione-dello.ts'
import { dieciMinuti } from './communication/dieci-minuti.ts'
import { ingressoCortile } from './communication/ingresso-cortile.ts'
import { lavagnaSfornate } from './communication/lavagna-sfornate.ts'
import { nomePani } from './communication/nome-pani.ts'
import { numeroCui } from './communication/numero-cui.ts'
import { prenotarePane } from './communication/prenotare-pane.ts'
import { quellaPersona } from './communication/quella-persona.ts'
import { ricettaDegli } from './communication/ricetta-degli.ts'
import { sheetCounter } from './communication/sheet-counter.ts'
import { tellUsWhat } from './communication/tell-us-what.ts'
import { videoLingua } from './communication/video-lingua.ts'

export const communicationIdeas: DemoIdea[] = [
  lavagnaSfornate,
  sheetCounter,
  prenotarePane,
  tellUsWhat,
  campioneDello,
  ingressoCortile,
  quellaPersona,
  dieciMinuti,
  ricettaDegli,
  nomePani,
  videoLingua,
  numeroCui,
]
