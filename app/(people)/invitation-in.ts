// Reads the invitation's token out of the address that a new account returns to; null where it is not an invitation.

export const invitationIn = (next: string): string | null => /^\/invitation\/([\w-]{43})$/.exec(next)?.[1] ?? null
