// The events of a page's socket, typed as the server sees them; every message's own schema is in protocol.ts and watching.ts.
import type * as z from 'zod/mini'
import type {
  Ack,
  clockAnswer,
  displayNamesMessage,
  knockMessage,
  leaveMessage,
  presenceMessage,
  roomMessage,
  rowsMessage,
  SentJoinAnswer,
  savingMessage,
  writingMessage,
  writingSignal,
} from './protocol'
import type { ActAnswer, unwatchMessage, WatchAnswer, WatchNews } from './watching'

export type ClientToServer = {
  join: (request: unknown, answer: (answer: SentJoinAnswer) => void) => void
  submit: (submission: unknown, answer: (ack: Ack) => void) => void
  writing: (signal: z.infer<typeof writingSignal>) => void
  clock: (answer: (now: z.infer<typeof clockAnswer>) => void) => void
  watch: (request: unknown, answer: (answer: WatchAnswer) => void) => void
  act: (act: unknown, answer: (answer: ActAnswer) => void) => void
}
export type ServerToClient = {
  /** The answer to what a page asked with its handshake. */
  followed: (answer: SentJoinAnswer | WatchAnswer) => void
  tell: (message: z.infer<typeof rowsMessage>) => void
  roll: (message: z.infer<typeof displayNamesMessage>) => void
  presence: (message: z.infer<typeof presenceMessage>) => void
  saving: (message: z.infer<typeof savingMessage>) => void
  writing: (message: z.infer<typeof writingMessage>) => void
  knocks: (message: z.infer<typeof knockMessage>) => void
  room: (message: z.infer<typeof roomMessage>) => void
  leave: (message: z.infer<typeof leaveMessage>) => void
  news: (message: WatchNews) => void
  unwatch: (message: z.infer<typeof unwatchMessage>) => void
}
