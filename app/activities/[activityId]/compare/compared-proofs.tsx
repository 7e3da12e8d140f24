// The proofs of the comparison's sentences: at which tables each holds, with links to the entries of their records.
import { useTranslations } from 'next-intl'
import { Proof } from '#record/proof'
import { apartGrounds, leanGrounds } from '#simulation/reading/positions/compared-grounds'
import type { Comparison } from '#simulation/reading/positions/compared-tables'
import { unsigned } from '#ui/words/signed.ts'
import type { OwnTable } from './record-link'

export type ComparedProofProps = OwnTable & { compared: Comparison }

/** Whoever reads the record of a table: its room. */
const readableFor =
  (own: OwnTable['own']) =>
  ({ table }: { table: string }) =>
    own === null || own === table ? table : null

export function LeanProof({ compared, own }: ComparedProofProps) {
  const t = useTranslations('compare.proof')
  const shifted = useTranslations('compare')
  return (
    <Proof
      ways={['narrowed', 'widened', 'held', 'unknown']}
      says={t}
      grounds={leanGrounds(compared)}
      words={({ name, shifts }) => t('table', { name, what: shifted('shifts', shifts) })}
      room={readableFor(own)}
    />
  )
}

export function ApartProof({ compared, own }: ComparedProofProps) {
  const t = useTranslations('compare.proof')
  return (
    <Proof
      ways={['apart', 'nearer', 'unknown']}
      says={t}
      grounds={apartGrounds(compared)}
      words={({ name, fromMiddle }) => (fromMiddle === null ? name : t('table', { name, what: unsigned(fromMiddle) }))}
      room={readableFor(own)}
    />
  )
}
