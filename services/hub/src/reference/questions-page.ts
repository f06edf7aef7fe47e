import { readFileSync } from 'node:fs'
import { questions } from '@hub/graphql/questions/questions.ts'
import { page, table } from './markdown.ts'

const answerOf = (key: string): string => {
  try {
    return readFileSync(new URL(`../../../../docs/reference/answers/${key}.json`, import.meta.url), 'utf8').trimEnd()
  } catch {
    throw new Error(`there is no answer to the question ${key} yet: vitest run --project city -u writes them`)
  }
}

/** The questions of officials with the answers of the sample city. */
export const questionsPage = (): string =>
  page(
    '# Twelve questions 十二个问题',
    'GraphiQL opens with these, a tab each. The answers are those of the smaller sample city (`npm run demo -- --short`), whose persons are invented; a test plays the city and compares them.',
    table(
      ['问题', 'question'],
      questions.map(({ key, titleZh, titleEn }) => [titleZh, `[${titleEn}](#${key})`]),
    ),
    ...questions.flatMap(({ key, titleZh, titleEn, about, query, variables }) => [
      `<a id="${key}"></a>\n\n## ${titleZh} · ${titleEn}`,
      about,
      `\`\`\`graphql\n${query}\n\`\`\``,
      ...(variables ? [`\`\`\`json\n${JSON.stringify(variables)}\n\`\`\``] : []),
      `<details><summary>Answer 答案</summary>\n\n\`\`\`json\n${answerOf(key)}\n\`\`\`\n\n</details>`,
    ]),
  )
