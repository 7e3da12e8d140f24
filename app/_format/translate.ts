// The translator of one message namespace, as next-intl returns it, for functions that write sentences outside of components.

export type Translate = (key: string, values?: Record<string, string | number>) => string
