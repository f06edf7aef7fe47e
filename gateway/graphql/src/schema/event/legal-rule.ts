import type { LawOfFact } from '@hub/file/fact-time.ts'
import { builder } from '../builder.ts'

/** What the law decides on a question, as it was in force on a fact's own day. */
export const LegalRule = builder.objectRef<LawOfFact>('LegalRule').implement({
  description:
    "What the law decides on a question: the article that was in force on a fact's own day, in the province of its office.",
  fields: (t) => ({
    key: t.string({ description: 'The question, as the reference names it.', resolve: ({ rule }) => rule.key }),
    titleZh: t.string({ description: 'The question in Chinese.', resolve: ({ rule }) => rule.titleZh }),
    titleEn: t.string({ description: 'The question in English.', resolve: ({ rule }) => rule.titleEn }),
    articleZh: t.string({
      description: 'Law and article in Chinese, as an official cites them.',
      resolve: ({ entry }) => entry.article.zh,
    }),
    articleEn: t.string({ description: 'Law and article in English.', resolve: ({ entry }) => entry.article.en }),
    decidesZh: t.string({ description: 'What it decides, in Chinese.', resolve: ({ entry }) => entry.decides.zh }),
    decidesEn: t.string({ description: 'What it decides, in English.', resolve: ({ entry }) => entry.decides.en }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day in force; null where it was so before all that is recorded.',
      resolve: ({ entry }) => entry.from,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day in force; null while it is.',
      resolve: ({ entry }) => entry.until,
    }),
    province: t.field({
      type: 'RegionCode',
      nullable: true,
      description: 'The province for which it holds; null for the whole country.',
      resolve: ({ entry }) => entry.province,
    }),
    assumed: t.boolean({
      description: 'Whether it was not read in the law but assumed from practice; a province may decide otherwise.',
      resolve: ({ entry }) => entry.assumed ?? false,
    }),
  }),
})
