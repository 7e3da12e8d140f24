// The invitation that somebody came from, read out of the page they go back to; null when they came from elsewhere.

export const invitationIn = (next: string): string | null => /^\/invitation\/([\w-]{43})$/.exec(next)?.[1] ?? null
