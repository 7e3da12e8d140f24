/**
 * Orders servers for one piece of work (rendezvous hashing): every server computes the same order, each server comes first about equally
 * often, and when one goes only its own work moves.
 */

/** How many of `servers` come before `server` for the work `key`: 0 is the one to do it, 1 the one to do it if that one does not. */
export function rankOf(server: string, servers: Iterable<string>, key: string): number {
  const own = weightOf(key, server)
  let before = 0
  for (const other of servers) {
    if (other === server) continue
    const weight = weightOf(key, other)
    if (weight < own || (weight === own && other < server)) before += 1
  }
  return before
}

/** FNV-1a with a last mixing, without which servers whose names are alike would come in the same order for every key. */
function weightOf(key: string, server: string): number {
  let hash = 0x811c9dc5
  for (const text of [server, key])
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
