// How whatever is no component is given its words: a namespace, ready to be asked.
export type Words = (key: string, values?: Record<string, string | number>) => string
