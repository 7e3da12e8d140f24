/** The marks by which a story's private words are known wherever they come up. */

export const markOf = (token: number): string => `§${token}§`
/** The marks in a text as it stands, or as it goes over the wire, where wide characters are mostly escaped. */
export const marksIn = (text: string): number[] =>
  [...text.matchAll(/(?:§|\\u00a7)(\d+)(?:§|\\u00a7)/g)].map(([, token]) => Number(token))
