import { receiptReader, type ReceiptState as State } from '@hub/schemas/format/receipt.ts'
import { answerMoment } from './answer-moment.ts'
import { builder } from './builder.ts'
import type { ReceiptAnswer } from './context.ts'
import { refusal } from './errors.ts'
import { atLeastArgument, momentArgument } from './moment-types.ts'

const ReceiptState = builder.enumType('ReceiptState', {
  description: 'What has become of a submission.',
  values: {
    PENDING: { value: 'PENDING', description: 'Accepted, and on its way.' },
    RECORDED: { value: 'RECORDED', description: 'In the store, for ever.' },
    DUPLICATE: { value: 'DUPLICATE', description: 'The same had been recorded before.' },
    REJECTED: { value: 'REJECTED', description: 'Not recorded; `reason` says why.' },
  } satisfies Record<State, { value: State; description: string }>,
})

const Receipt = builder.objectRef<ReceiptAnswer & { stream: string; eventId: string }>('Receipt').implement({
  description: "The hub's answer to a submission.",
  fields: (t) => ({
    state: t.expose('state', { type: ReceiptState, description: 'What has become of it.' }),
    stream: t.exposeString('stream', { description: 'The stream that it is for.' }),
    eventId: t.exposeID('eventId', { description: 'The id of its event.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'The code of the reason; null where it was not rejected.',
    }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'The reason in words; null where it was not rejected.',
    }),
    detailZh: t.exposeString('detailZh', {
      nullable: true,
      description: 'The reason in Chinese; null where it was not rejected.',
    }),
    whatToDo: t.exposeString('whatToDo', {
      nullable: true,
      description: 'What the submitter can do about a rejection; null where there was none.',
    }),
    whatToDoZh: t.exposeString('whatToDoZh', {
      nullable: true,
      description: 'The same in Chinese; null where it was not rejected.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When that was decided; null while it is on its way.',
    }),
    position: t.expose('position', {
      type: 'Position',
      nullable: true,
      description: 'Where in the log that stands; null while it is on its way.',
    }),
  }),
})

builder.queryField('receipt', (t) =>
  t.field({
    type: Receipt,
    description:
      'What has become of a submission, by the token of its receipt; null with a code where this hub has not given it.',
    nullable: true,
    args: {
      token: t.arg.string({ required: true, description: 'The token that the intake answered with.' }),
      moment: t.arg({
        ...momentArgument,
        description: 'As known when; now where nothing is said. What was decided later is still PENDING then.',
      }),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { token, moment }, context, info) => {
      if (moment?.asOf)
        throw refusal('BAD_USER_INPUT', {
          en: 'a receipt is asked about as known, not as true: leave moment.asOf out',
          zh: '回执只按知悉时间查询：请去掉 moment.asOf',
        })
      const receipt = receiptReader(context.hubKeys.receipts)(token)
      if (!receipt)
        throw refusal('NOT_FOUND', { en: 'this hub has not given that receipt', zh: '本枢纽未发出过该回执' })
      if (receipt.store !== context.storeId)
        throw refusal('OTHER_STORE', { en: 'the receipt belongs to another store', zh: '该回执属于另一存储库' })
      const at = await answerMoment(context, moment, info)
      const answer = await context.receiptState(receipt)
      const stateThen: ReceiptAnswer = (answer.position ?? '') <= at.position ? answer : { state: 'PENDING' }
      return { ...stateThen, stream: receipt.stream, eventId: receipt.eventId }
    },
  }),
)
