import { fileURLToPath } from 'node:url'
import { questions } from '@hub/graphql/questions/questions.ts'
import { expect, it } from 'vitest'
import { ask } from './demo-report.ts'

/** Each question of officials gives the answer that its page shows; `vitest -u` writes them anew. */
export const checkQuestions = (url: () => string): void => {
  it.each(questions.map((question) => [question.key, question] as const))('%s', async (key, { query, variables }) => {
    const answer = await ask<unknown>(url(), query, { ...variables })
    const page = fileURLToPath(new URL(`../../../docs/reference/answers/${key}.json`, import.meta.url))
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(page)
  })
}
