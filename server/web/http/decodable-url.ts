/** Whether a request's address can be decoded. */

/** No path of ours has one: NUL cannot be stored or compared by PostgreSQL, and a line break cannot stand in a header. */
const CONTROL = /\p{Cc}/u

/** False for malformed percent-encoding in the path, which makes Next throw, and for control characters. */
export function isDecodableUrl(url: string): boolean {
  const [path = '', ...query] = url.split('?')
  try {
    return !CONTROL.test(decodeURIComponent(path)) && !/%00/.test(query.join('?'))
  } catch {
    return false
  }
}
