// The paragraphs of the sources in our own words, found by their ids.

export const gistsOf = (paragraphs: readonly { id: string; gist: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(paragraphs.map(({ id, gist }) => [id, gist]))
