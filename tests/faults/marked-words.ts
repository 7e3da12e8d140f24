/** Words that occur nowhere else, by which a run knows each thing it said wherever it turns up. */

const WORD = /word-[0-9a-z]+-[0-9]+-z/g

let words = 0
export const newWord = (): string => {
  words += 1
  return `word-${process.pid.toString(36)}-${words}-z`
}

/** The words in a message, or in an event; one may hold several, as a reveal does. */
export const wordsIn = (said: string | object): string[] =>
  [...(typeof said === 'string' ? said : JSON.stringify(said)).matchAll(WORD)].map(([word]) => word)
