// The name of a place on an axis: of a whole step, or of the two steps that a half lies between.
import { useTranslations } from 'next-intl'
import { type AxisWords, stepNames } from '#ui/controls/axis-value.ts'

export function useStep(): (axis: AxisWords, value: number) => string {
  const t = useTranslations('room.brief')
  return (axis, value) => {
    const [first = '', second] = stepNames(axis, value)
    return second === undefined ? t('step', { first }) : t('between', { first, second })
  }
}
