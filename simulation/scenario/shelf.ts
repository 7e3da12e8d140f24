// The scenarios that a server offers, by key and language. server/store reads and checks their files and constructs the shelf.
import type { Scenario } from './scenario'

export class ScenarioShelf {
  constructor(private readonly scenarios: readonly Scenario[]) {}

  /** The scenario with this key, in the reader's language if there is a translation, else in any; undefined if there is none. */
  find(key: string, language = 'en'): Scenario | undefined {
    const versions = this.scenarios.filter((scenario) => scenario.key === key)
    return versions.find((scenario) => isIn(scenario, language)) ?? versions[0]
  }

  /** Each scenario once, in the reader's language if there is a translation. */
  offered(language: string): readonly Scenario[] {
    return [...new Set(this.scenarios.map(({ key }) => key))].flatMap((key) => this.find(key, language) ?? [])
  }
}

/** `language` is a BCP 47 tag; its region is ignored: a scenario in `en` is for a reader of `en-GB` too. */
const isIn = (scenario: Scenario, language: string) => scenario.language === language.split('-')[0]
