import type { Problem } from '@hub/runtime/problem.ts'

/** A problem for a terminal, in both languages: what it is, then each fault with its place, its code and what to do. */
export const problemText = ({ title, titleZh, detail, detailZh, errors = [] }: Problem): string =>
  [
    `${titleZh} ${title}`,
    ...errors.flatMap(({ code, pointer, message, messageZh, whatToDo, whatToDoZh }) => [
      `  ${[code, pointer].filter(Boolean).join(' ')}：${messageZh} ${message}`,
      `      → ${whatToDoZh} ${whatToDo}`,
    ]),
    ...(errors.length > 0 ? [] : [`${detailZh} ${detail}`]),
  ].join('\n')
