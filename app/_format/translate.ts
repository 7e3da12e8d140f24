// The translator of one message namespace, as next-intl returns it, for functions that write sentences outside of components.
import type { useTranslations } from 'next-intl'

/** A file of messages, or a part of one. */
export type Namespace = NonNullable<Parameters<typeof useTranslations>[0]>

/** Takes the keys of this namespace and no others. */
export type Translate<Of extends Namespace> = (
  key: Parameters<ReturnType<typeof useTranslations<Of>>>[0],
  values?: Record<string, string | number>,
) => string
