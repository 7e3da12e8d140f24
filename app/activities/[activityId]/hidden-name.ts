// What a student is called where their name is hidden from whoever grades.
import { getTranslations } from 'next-intl/server'

export async function hiddenName(): Promise<(number: number) => string> {
  const t = await getTranslations('grading.hidden')
  return (number) => t('name', { number })
}
