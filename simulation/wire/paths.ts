// Addresses that the server puts into a file, the terminal or a QR code, and that pages link to as well. All others are in
// app/_paths/paths.ts, which the server may not import (rule `only-floors-below`).

/** The path of the Socket.IO endpoint. */
export const SOCKET_PATH = '/socket.io'

/** The page on which a student joins with this code. `word` is the secret word of a join link: with it nobody has to wait for the chair. */
export const joinCodePath = (code: string, word?: string | null): string =>
  `/join/${encodeURIComponent(code)}${word ? `?w=${encodeURIComponent(word)}` : ''}`
/** A student's personal link, which signs them in without a password; `next` is the page of this site to which it then leads. */
export const personalLinkPath = (token: string, next: string | null = null): string =>
  `/p/${encodeURIComponent(token)}${next === null ? '' : `?next=${encodeURIComponent(next)}`}`
/** The page of an invitation to teach, on which its reader makes an account or accepts a part in a course. */
export const invitationPath = (token: string): string => `/invitation/${encodeURIComponent(token)}`
