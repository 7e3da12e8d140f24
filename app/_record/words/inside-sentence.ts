// Writes a round's title so that it fits inside a sentence.

/** Drops the final punctuation mark. */
export const withoutEnd = (title: string): string => title.replace(/[?.!]$/, '')

/** Lower-cases the first letter too. */
export const asTopic = (title: string): string => withoutEnd(`${title.charAt(0).toLowerCase()}${title.slice(1)}`)
