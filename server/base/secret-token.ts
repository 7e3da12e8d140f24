/** The tokens of secret addresses: derived from the server's secret, so that nothing stored opens anything, and recognized by their hash. */
import { createHash, createHmac } from 'node:crypto'
import { signingSecret } from './environment'

/** A token of 43 characters for what these words name; another server secret gives another. */
export const secretToken = (...words: readonly string[]): string =>
  createHmac('sha256', signingSecret()).update(words.join('|')).digest('base64url')

/** What is stored of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
