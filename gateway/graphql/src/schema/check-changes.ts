import { printSchema } from 'graphql'
import { compareSchemas } from './compare-schemas.ts'
import { schema } from './schema.ts'
import { taggedSchemas, whyNoTags } from './tagged-schemas.ts'

// Compares the schema with that of the last tag; exits 1 where clients would break without having been told.

const last = taggedSchemas().at(-1)
if (!last)
  console.log(`schema changes: nothing to compare with, ${whyNoTags() ?? 'since no version (a tag v…) is there yet'}`)
else {
  const changes = await compareSchemas(last.printed, printSchema(schema), new Date().toISOString().slice(0, 10))
  const breaking = changes.filter((change) => change.breaking === 'yes')
  console.log(`schema changes since ${last.tag}: ${changes.length}, of them breaking: ${breaking.length}`)
  for (const { message } of breaking) console.error(`  ${message}`)
  if (breaking.length > 0) {
    console.error('Deprecate first ("Use `x`; answered until YYYY-MM-DD."), and take it out after that day.')
    process.exitCode = 1
  }
}
