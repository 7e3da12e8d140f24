// Writes a round's title so that it fits inside a sentence.

/** Lower-cases the first letter and drops the final punctuation mark. */
export const asTopic = (title: string): string =>
  `${title.charAt(0).toLowerCase()}${title.slice(1)}`.replace(/[?.!]$/, '')
