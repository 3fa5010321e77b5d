import type { DemoIdea } from '../story.ts'
import { busteCarta } from './packaging/buste-carta.ts'
import { confezioneRichiude } from './packaging/confezione-richiude.ts'
import { dataSfornatura } from './packaging/data-sfornatura.ts'
import { dicembreDisegno } from './packaging/dicembre-disegno.ts'
import { etichetteLeggono } from './packaging/etichette-leggono.ts'
import { fetteBiscottate } from './packaging/fette-biscottate.ts'
import { finestrellaVedere } from './packaging/finestrella-vedere.ts'
import { putRecycling } from './packaging/put-recycling.ts'
import { scatolaLatta } from './packaging/scatola-latta.ts'
import { scatolaTorte } from './packaging/scatola-torte.ts'
import { vuotoRendere } from './packaging/vuoto-rendere.ts'

export const packagingIdeas: DemoIdea[] = [
  busteCarta,
  etichetteLeggono,
  scatolaLatta,
  fetteBiscottate,
  vuotoRendere,
  finestrellaVedere,
  dataSfornatura,
  confezioneRichiude,
  putRecycling,
  scatolaTorte,
  dicembreDisegno,
]
