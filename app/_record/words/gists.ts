// Our summaries of the sources' paragraphs, by paragraph id.

export const gistsOf = (paragraphs: readonly { id: string; gist: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(paragraphs.map(({ id, gist }) => [id, gist]))
