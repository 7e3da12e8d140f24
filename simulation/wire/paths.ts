// The addresses that leave the server in a file, in the terminal or in a QR code, and that pages link to as well. They stand here
// because the server may not import app/paths.ts, which holds every other one.

/** Where sockets are opened. */
export const SOCKET_PATH = '/socket.io'

/** The door that a code opens; `word` is the word of the link that was followed, which spares whoever brings it every wait. */
export const joinCodePath = (code: string, word?: string | null): string =>
  `/join/${encodeURIComponent(code)}${word ? `?w=${encodeURIComponent(word)}` : ''}`
/** Somebody's own way in, without a password. */
export const personalLinkPath = (token: string): string => `/p/${encodeURIComponent(token)}`
/** Where somebody who is asked to teach here makes an account, or takes their part in a course. */
export const invitationPath = (token: string): string => `/invitation/${encodeURIComponent(token)}`
