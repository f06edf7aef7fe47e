import { compareSchemas, type SchemaChange } from '@hub/graphql/schema/compare-schemas.ts'
import { schema } from '@hub/graphql/schema/schema.ts'
import { taggedSchemas } from '@hub/graphql/schema/tagged-schemas.ts'
import { printSchema } from 'graphql'
import { page } from './markdown.ts'

const marks: Record<SchemaChange['breaking'], string> = {
  yes: '**breaking** ',
  announced: '**gone as announced** ',
  dangerous: '**take care** ',
  no: '',
}

const listOf = (changes: readonly SchemaChange[]) =>
  changes.length === 0
    ? 'No change.'
    : changes.map(({ message, breaking }) => `- ${marks[breaking]}${message}`).join('\n')

/** What changed in the schema from version to version, from the tags of the repository, the newest first. */
export const changelogPage = async (): Promise<string> => {
  const versions = taggedSchemas()
  const sections: string[] = []
  for (const [at, { tag, day, printed }] of versions.entries()) {
    const before = versions[at - 1]
    sections.unshift(
      `## ${tag}, ${day}`,
      before ? listOf(await compareSchemas(before.printed, printed, day)) : 'The first version.',
    )
  }
  const last = versions.at(-1)
  const since = last
    ? listOf(await compareSchemas(last.printed, printSchema(schema), '9999-12-31'))
    : 'No version is tagged yet, so everything may still change.'
  return page('# Changes of the schema 接口变更', '## Not released yet', since, ...sections)
}
