// The scenarios that a server offers, by key and language. It is given them read and checked, and knows no file.
import type { Scenario } from './scenario'

export class ScenarioShelf {
  readonly #scenarios: readonly Scenario[]

  constructor(scenarios: readonly Scenario[]) {
    this.#scenarios = scenarios
  }

  /** The scenario of this key, in the reader's language where it is translated; undefined when the shelf holds none. */
  find(key: string, language = 'en'): Scenario | undefined {
    const versions = this.#scenarios.filter((scenario) => scenario.key === key)
    return versions.find((scenario) => isIn(scenario, language)) ?? versions[0]
  }

  /** Each scenario once, in the reader's language where it is translated. */
  offered(language: string): readonly Scenario[] {
    return [...new Set(this.#scenarios.map(({ key }) => key))].flatMap((key) => this.find(key, language) ?? [])
  }
}

/** `language` is a BCP 47 tag: a scenario in `en` serves a reader of `en-GB`. */
const isIn = (scenario: Scenario, language: string) => scenario.language === language.split('-')[0]
