// Whether the server answers for the page that is shown.

/** `fault` where it answers with an error of its own; `away` where nobody answers, or a proxy says that nobody does. */
export async function serverAnswers(): Promise<'ok' | 'fault' | 'away'> {
  try {
    const { ok, status } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })
    return ok ? 'ok' : status >= 502 && status <= 504 ? 'away' : 'fault'
  } catch {
    return 'away'
  }
}
