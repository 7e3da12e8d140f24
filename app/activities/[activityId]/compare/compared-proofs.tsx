// The proofs of the comparison's sentences: at which tables each holds, with links to the entries of their records.
import { useTranslations } from 'next-intl'
import { entryPath } from '#paths'
import { Proof } from '#record/proof'
import { apartGrounds, type ClosingEntry, endGrounds, leanGrounds } from '#simulation/reading/compared-grounds'
import type { Comparison } from '#simulation/reading/compared-tables'
import { unsigned } from '#ui/signed.ts'
import type { OwnTable } from './record-link'

export type ComparedProofProps = OwnTable & { compared: Comparison; entryOf: ClosingEntry }

/** A table's entry, for whoever reads its record. */
const hrefFor =
  (own: OwnTable['own']) =>
  (no: string, { table }: { table: string }) =>
    own === null || own === table ? entryPath(table, no) : null

export function LeanProof({ compared, entryOf, own }: ComparedProofProps) {
  const t = useTranslations('compare.proof')
  const shifted = useTranslations('compare')
  return (
    <Proof
      ways={{ narrowed: t('narrowed'), widened: t('widened'), held: t('held'), unknown: t('unknown') }}
      grounds={leanGrounds(compared, entryOf)}
      words={({ name, shifts }) => t('table', { name, what: shifted('shifts', shifts) })}
      href={hrefFor(own)}
    />
  )
}

export function SpreadProof({ compared, entryOf, own }: ComparedProofProps) {
  const t = useTranslations('compare.proof')
  return (
    <Proof
      ways={{ widest: t('widest'), narrower: t('narrower') }}
      grounds={endGrounds(compared, entryOf)}
      words={({ name, round, distance }) => t('end', { name, ...round, distance: unsigned(distance) })}
      href={hrefFor(own)}
    />
  )
}

export function ApartProof({ compared, entryOf, own }: ComparedProofProps) {
  const t = useTranslations('compare.proof')
  return (
    <Proof
      ways={{ apart: t('apart'), nearer: t('nearer'), unknown: t('unknown') }}
      grounds={apartGrounds(compared, entryOf)}
      words={({ name, fromMiddle }) => (fromMiddle === null ? name : t('table', { name, what: unsigned(fromMiddle) }))}
      href={hrefFor(own)}
    />
  )
}
