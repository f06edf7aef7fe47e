import { isGenerated, isTestSupport, type SourceFile } from './source-file.ts'

/**
 * Looking into the words of an error or a finding. What becomes of it is decided by its class, its code or its type:
 * words are for people, and change.
 */
const decidesByWords = [
  /\b(?:message|says)\??\.(?:includes|startsWith|endsWith|match|search|indexOf)\(/,
  /\.(?:test|exec)\([^()\n]*\b(?:message|says)\b[^()\n]*\)/,
  /(?<!typeof )\b(?:\w+\.)?message\s*[!=]==\s*['"`](?!['"`])/,
  /\bswitch \([^()\n]*\bmessage\)/,
] as const

/** Lines of product code that decide by matching a message's text. There is no exception. */
export const decisionsByWords = (files: readonly SourceFile[]): string[] =>
  files
    .filter((file) => /^(?:schemas|infra|gateway|services)\//.test(file.path))
    .filter((file) => !isTestSupport(file) && !isGenerated(file))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          decidesByWords.some((form) => form.test(line)) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    )
