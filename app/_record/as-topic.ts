// How a round's title is written inside a sentence.

/** A round's title where it stands inside a sentence. */
export const asTopic = (title: string): string =>
  `${title.charAt(0).toLowerCase()}${title.slice(1)}`.replace(/[?.!]$/, '')
