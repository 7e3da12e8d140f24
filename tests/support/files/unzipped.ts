/** Reads a zip: the names of its parts and their text. */
import { inflateRawSync } from 'node:zlib'

export function unzipped(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
      number,
    ]
    const size = zip.readUInt32LE(at + 20) || packed
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(from, from + size)
    const text = zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)
    parts.set(zip.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'))
    at += 46 + name + extra + comment
  }
  return parts
}
