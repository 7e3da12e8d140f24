/** Whether an address is text at all. It knows no page. */

/** Bytes that are no text, or the sign that no database can hold, lead nowhere, whoever would have looked for what stands there. */
export function isDecodableUrl(url: string): boolean {
  const [path = '', ...query] = url.split('?')
  try {
    return !decodeURIComponent(path).includes('\0') && !/%00/.test(query.join('?'))
  } catch {
    return false
  }
}
