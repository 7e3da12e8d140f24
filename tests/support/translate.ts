/** The translator of one namespace in English, for functions that write sentences; a text that is missing fails the test. */
import { createTranslator } from 'use-intl'
import type { Namespace, Translate } from '../../app/_format/translate'
import { messages } from '../../app/_messages/en'

export function translate<Of extends Namespace>(namespace: Of): Translate<Of> {
  const onError = (error: Error) => {
    throw error
  }
  // Its type follows from the namespace, which is not known before it is called.
  return createTranslator({ locale: 'en', messages, namespace, onError } as never) as never
}
