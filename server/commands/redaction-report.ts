/** The report of `npm run admin -- redact`: what stands in the place of the words, and what holds them still. */
import type { Redacted } from '../store/records/redaction'

export const redactionReport = (
  { rows, fingerprints, salt, kin }: Redacted,
  backups: readonly { name: string }[],
): string[] => [
  `Redacted: ${rows} ${rows === 1 ? 'row' : 'rows'} of the log. The record says so with ${fingerprints.length === 1 ? 'this fingerprint' : 'these fingerprints'}:`,
  ...fingerprints.map((fingerprint) => `  ${fingerprint}`),
  `Each is the SHA-256 of this salt followed by the words. The salt is stored nowhere; keep it where you may have to prove what was redacted:\n  ${salt}`,
  ...(kin.length === 0
    ? []
    : [
        'These rooms play on from a moment of this one, or share a past with it otherwise. The words were redacted there too:',
      ]),
  ...kin.map(({ id, name, activity }) => `  ${id}  ${activity}, ${name}`),
  backups.length === 0
    ? 'No backup stands in the folder of backups. Copies that lie elsewhere, and files of this record that were taken away before, hold the words still.'
    : `These backups hold the words still; they go by themselves within two weeks, or delete them now: ${backups.map(({ name }) => name).join(', ')}. So do copies that lie elsewhere, and files of this record that were taken away before.`,
]
