/** Whether a request's address can be decoded. */

/**
 * False for malformed percent-encoding in the path, which makes Next throw, and for a NUL character, which PostgreSQL cannot store or
 * compare.
 */
export function isDecodableUrl(url: string): boolean {
  const [path = '', ...query] = url.split('?')
  try {
    return !decodeURIComponent(path).includes('\0') && !/%00/.test(query.join('?'))
  } catch {
    return false
  }
}
