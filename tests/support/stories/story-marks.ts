/** The tokens in a story's private words. */

export const markOf = (token: number): string => `§${token}§`
/** The tokens in a text, plain or JSON-escaped. */
export const marksIn = (text: string): number[] =>
  [...text.matchAll(/(?:§|\\u00a7)(\d+)(?:§|\\u00a7)/g)].map(([, token]) => Number(token))
