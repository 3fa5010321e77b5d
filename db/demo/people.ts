import type { DemoPerson } from './story.ts'
import { brand } from './people/brand.ts'
import { english } from './people/english.ts'
import { founders } from './people/founders.ts'
import { newcomers } from './people/newcomers.ts'

export const people: DemoPerson[] = [...founders, ...newcomers, ...english, ...brand]
