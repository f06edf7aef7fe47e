import { isErased } from '@hub/file/fact.ts'
import type { Reader } from '@hub/reading/reader.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { pageArguments, pageOf, stretchOf } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventConnection } from '../event/event-query.ts'
import { asksHeadsOnly } from '../event/head-selection.ts'
import { timelineOf } from '../loaders.ts'
import { atLeastArgument, Moment, momentArgument } from '../moment-types.ts'
import { Node, nodeId } from '../node-id.ts'
import { sectionTypes, sectionView, type VeteranView } from './sections.ts'

/** One person's file at a moment. */
export const Veteran = builder.objectRef<VeteranView>('Veteran').implement({
  interfaces: [Node],
  description: 'One file: a veteran, or one of the family of a veteran, a serving soldier or a martyr.',
  fields: (t) => ({
    id: t.id({ description: 'The global id.', resolve: ({ file }) => nodeId('Veteran', file.personId) }),
    personId: t.id({ description: 'The person id that the hub gave.', resolve: ({ file }) => file.personId }),
    persons: t.idList({
      description: 'Every person id whose facts are in the file: this one, and those linked to it.',
      resolve: ({ file }) => file.persons as string[],
    }),
    erased: t.boolean({
      description: 'Whether what the departments said is erased for good, or what they said of others.',
      resolve: ({ file }) => isErased(file.lost),
    }),
    damaged: t.boolean({
      description:
        'Whether something that the departments said is in a box that does not open, though its key is there.',
      resolve: ({ file }) => file.lost === 'damaged',
    }),
    moment: t.expose('moment', { type: Moment, description: 'The moment that the file is for.' }),
    ...Object.fromEntries(
      sectionTypes.map(({ section, type }) => [
        section,
        t.field({
          type,
          description: `The section ${section}.`,
          resolve: (view, _args, { reader }) => sectionView(view, section, reader.policy),
        }),
      ]),
    ),
    timeline: t.field({
      type: EventConnection,
      description: 'The events that the file is folded from, the newest first.',
      args: {
        first: t.arg(pageArguments.first),
        after: t.arg(pageArguments.after),
        last: t.arg(pageArguments.last),
        before: t.arg(pageArguments.before),
      },
      resolve: async ({ file, moment, asked }, page, context, info) => {
        const cursors = cursorsOf(context, 'timeline', [file.personId, asked])
        const stretch = stretchOf(page, cursors)
        const found = await timelineOf(context, file, { moment, stretch, headsOnly: asksHeadsOnly(info) })
        const items = found.items.map((node) => ({ node, keys: [node.head.time, node.head.ordinal] }))
        return pageOf({ ...found, items }, stretch, cursors, moment)
      },
    }),
  }),
})

export const VeteranBy = builder.inputType('VeteranBy', {
  description: 'Who: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    citizenNumber: t.field({
      type: 'CitizenNumber',
      required: false,
      description: 'The citizen number. Give it in a variable, never in the text of a query.',
    }),
    personId: t.id({ required: false, description: 'The person id that the hub gave.' }),
  }),
})

/** The person id that `by` names; undefined for a citizen number that has no file. */
export const personMeant = (by: typeof VeteranBy.$inferInput, reader: Reader): string | undefined =>
  by.citizenNumber ? reader.personByCitizenNumber(by.citizenNumber) : String(by.personId)

builder.queryField('veteran', (t) =>
  t.field({
    type: Veteran,
    nullable: true,
    description: 'One file; null with the code NOT_FOUND when there is none at that moment.',
    complexity: { field: 10, multiplier: 1 },
    args: {
      by: t.arg({ type: VeteranBy, required: true, description: 'Who.' }),
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { by, moment }, context, info) => {
      const { reader } = context
      const at = await answerMoment(context, moment, info)
      const personId = personMeant(by, reader)
      const file = personId === undefined ? undefined : await reader.file(personId, at)
      if (!file)
        throw refusal('NOT_FOUND', {
          en: 'there is no file of this person at this moment',
          zh: '该时点没有该人员的档案',
        })
      return { file, moment: at, asked: moment }
    },
  }),
)
