// The built-in scenario for anybody, signed in or not: what a class would play, before there is an account. It shows nothing of any seminar,
// and none of the scenarios that a school has added of its own.

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PackBar } from '#pack/pack-bar'
import { ScenarioOutline } from '#pack/scenario-outline'
import { frontPath, publicScenarioPath, signUpPath } from '#paths'
import { demoScenario, scenarioShelf } from '#server/store/scenarios/shelf'
import { outlineOf } from '#simulation/reading/record/scenario-outline'
import { Messages } from '#ui/page/messages'

async function readScenario() {
  const builtIn = demoScenario()
  return scenarioShelf().find(builtIn.key, await getLocale()) ?? builtIn
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readScenario()).title }
}

export default async function PublicScenarioPage() {
  const scenario = await readScenario()
  const t = await getTranslations('pack')
  return (
    <Messages namespaces={['transcript']}>
      <PackBar
        items={[
          { href: frontPath(), label: t('outline.front') },
          { href: publicScenarioPath(), label: t('outline.scenario'), current: true },
          { href: signUpPath(), label: t('outline.account') },
        ]}
      />
      <ScenarioOutline outline={outlineOf(scenario)} foot={t('outline.foot', { title: scenario.title })} />
    </Messages>
  )
}
