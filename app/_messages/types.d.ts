// Types the texts for next-intl: which there are, and the keys of each translator.
import type { messages } from './en'

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages
  }
}
