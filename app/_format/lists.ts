// Lists of names, joined as the language joins them.

/** "Ana, Ben, Chen": a list of facts, with no word before the last. */
export const commaList = (locale: string, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(items)

/** "Ana, Ben and Chen": a list inside a sentence. */
export const andList = (locale: string, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
