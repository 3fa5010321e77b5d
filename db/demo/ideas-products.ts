import type { DemoIdea } from './story.ts'
import { productIdeasKept1 } from './ideas-products-kept-1.ts'
import { productIdeasKept2 } from './ideas-products-kept-2.ts'
import { productIdeasOpen1 } from './ideas-products-open-1.ts'
import { productIdeasOpen2 } from './ideas-products-open-2.ts'
import { productIdeasWeighed1 } from './ideas-products-weighed-1.ts'
import { productIdeasWeighed2 } from './ideas-products-weighed-2.ts'

export const productIdeas: DemoIdea[] = [
  ...productIdeasKept1,
  ...productIdeasKept2,
  ...productIdeasWeighed1,
  ...productIdeasWeighed2,
  ...productIdeasOpen1,
  ...productIdeasOpen2,
]
