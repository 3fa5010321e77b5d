import { feedErrors, fileProblems, problems } from '#app/domain/mentions/mention.rules.ts'

const among =
  <Word extends string>(words: readonly Word[], otherwise: Word) =>
  (said: string) =>
    words.find((word) => word === said) ?? otherwise

/** What is wrong with a feed, a file or a row of it, as there is a message for. */
export const feedErrorOf = among(feedErrors, 'unreachable')
export const fileProblemOf = among(fileProblems, 'stopped')
export const problemOf = among(problems, 'notStored')
