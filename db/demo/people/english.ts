import type { DemoPerson } from '../story.ts'

/** Members who write in English. */
export const english: DemoPerson[] = [
  {
    handle: 'hannah_w',
    displayName: 'Hannah W.',
    birthYear: 1984,
    bio:
      'From Leeds, in Brescia since 2013. My Italian is fine until someone asks how I want my ' +
      'loaf sliced.',
    locale: 'en',
    joinedDaysAgo: 520,
  },
  {
    handle: 'james_o',
    displayName: 'James O.',
    birthYear: 1971,
    bio: 'I teach English in Rocca Lumera and learn dialect at the bakery counter.',
    locale: 'en',
    joinedDaysAgo: 676,
  },
  {
    handle: 'priya_n',
    displayName: 'Priya N.',
    birthYear: 1992,
    bio: 'Civil engineer, new in town two winters ago. I label everything in my kitchen.',
    locale: 'en',
    joinedDaysAgo: 450,
  },
  {
    handle: 'maddalena_uk',
    displayName: 'Maddalena C.',
    birthYear: 1989,
    bio: 'Born in Borgo Rovera, living in Bristol. I fly back with more flour products than clothes.',
    locale: 'en',
    joinedDaysAgo: 600,
  },
  {
    handle: 'tom_k',
    displayName: 'Tom K.',
    birthYear: 1966,
    bio: 'Retired surveyor with a small house above Rocca Lumera. I walk, then I eat.',
    locale: 'en',
    joinedDaysAgo: 388,
  },
  {
    handle: 'grace_a',
    displayName: 'Grace A.',
    birthYear: 1998,
    bio: 'Doctoral student from Accra, via Turin. I cook for whoever is on my floor.',
    locale: 'en',
    joinedDaysAgo: 260,
  },
  {
    handle: 'lars_e',
    displayName: 'Lars E.',
    birthYear: 1978,
    bio: 'Dane married to a Brescian. We negotiate about rye.',
    locale: 'en',
    joinedDaysAgo: 555,
  },
]
