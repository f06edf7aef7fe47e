import { expect, it } from 'vitest'
import { z } from 'zod'
import { catalogue } from './catalogue.ts'
import { formWords } from './form-words.ts'
import { schemasIn } from './schemas-in.ts'

const hasForm = (schema: z.ZodType) =>
  schema instanceof z.ZodStringFormat ||
  (schema instanceof z.ZodString && schema._zod.def.checks?.some(({ _zod: { def } }) => def.check === 'string_format'))

it('of every text that a department sends and that must have a form, the form is told in words', () => {
  const wordless = catalogue
    .filter(({ department }) => department !== 'hub')
    .flatMap(({ name, data }) =>
      schemasIn(data.shape).flatMap(({ path, schema }) =>
        hasForm(schema) && formWords.get(schema) === undefined ? [`${name}.${path}`] : [],
      ),
    )
  expect(wordless).toEqual([])
})
