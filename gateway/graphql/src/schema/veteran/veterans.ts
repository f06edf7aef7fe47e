import { keysOfFile } from '@hub/reading/read-list.ts'
import type { FileOrder } from '@hub/reading/reader.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOf, stretchOf } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { atLeastArgument, momentArgument } from '../moment-types.ts'
import { mostOrders, OrderDirection } from '../order.ts'
import type { VeteranView } from './sections.ts'
import { Veteran } from './veteran.ts'
import { fileFilterOf, VeteranFilter } from './veteran-filter.ts'

const VeteranConnection = connectionOf<VeteranView>('Veteran', Veteran, 'files')

const VeteranOrderField = builder.enumType('VeteranOrderField', {
  description: 'By what a list of files is ordered. Never by name.',
  values: {
    REGISTERED_ON: { value: 'registeredOn', description: 'By the day of registration.' },
    REGION: { value: 'region', description: 'By the region in which the person is served.' },
    STATUS: { value: 'status', description: 'The living before the dead.' },
    DISABILITY_GRADE: { value: 'disabilityGrade', description: 'By the disability grade; who has none comes first.' },
    BIRTH_YEAR: { value: 'birthYear', description: 'By the year of birth; where it is not known, first.' },
    PERSON_ID: { value: 'personId', description: 'By the person id.' },
  } satisfies Record<string, { value: FileOrder['field']; description: string }>,
})

const VeteranOrder = builder.inputType('VeteranOrder', {
  description: 'A part of the order of a list of files; stable by the person id.',
  fields: (t) => ({
    field: t.field({ type: VeteranOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which way.' }),
  }),
})

const byRegistration: readonly FileOrder[] = [{ field: 'registeredOn', direction: 'ASC' }]

builder.queryField('veterans', (t) =>
  t.field({
    type: VeteranConnection,
    description: 'Files at a moment, the first registered first where no other order is given.',
    args: {
      filter: t.arg({ type: VeteranFilter, required: false, description: 'Which; all where nothing is said.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
      orderBy: t.arg({ type: [VeteranOrder], required: false, description: 'In which order, the main part first.' }),
      first: t.arg(pageArguments.first),
      after: t.arg(pageArguments.after),
      last: t.arg(pageArguments.last),
      before: t.arg(pageArguments.before),
    },
    resolve: async (_root, { filter, moment, orderBy, ...page }, context, info) => {
      if ((orderBy?.length ?? 0) > mostOrders)
        throw refusal('BAD_USER_INPUT', {
          en: `not an order: it has up to ${mostOrders} parts`,
          zh: `排序有误：最多 ${mostOrders} 项`,
        })
      const at = await answerMoment(context, moment, info)
      const { reader } = context
      const cursors = cursorsOf(context, 'veterans', { filter, moment, orderBy })
      const stretch = stretchOf(page, cursors)
      const order = { orderBy: orderBy?.length ? orderBy : byRegistration }
      const found = await reader.searchAt({ ...fileFilterOf(filter, reader), ...order, ...stretch }, at)
      const files = await reader.files(
        found.items.map((row) => row.personId),
        at,
      )
      const items = found.items.flatMap((row) => {
        const file = files.get(row.personId)
        return file ? [{ node: { file, moment: at, asked: moment }, keys: keysOfFile(row, order) }] : []
      })
      return pageOf({ ...found, items }, stretch, cursors, at)
    },
  }),
)
