import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleCompanies, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** How a person came to the job. */
export const employmentVia = codeList('employmentVia', {
  招聘会: 'job fair',
  专岗: 'reserved post',
  实训基地: 'training base',
  安排工作: 'assigned work',
  服务中心推荐: 'recommended by a service centre or station',
  公益性岗位: 'public-welfare post',
  自主: 'found it alone',
  其他: 'other',
})

/** The figures of people placed in work: with help, by a way that an office offers or by any other. */
const placed = ['placed-in-work', 'placed-and-served', 'placed-and-at-fair', 'placed-and-trained'] as const

/** A job is told apart by its employer and its first day. */
const jobThing: Thing = { kind: 'job', key: [['employerUscc', 'startedOn?']] }

/** A job that has begun, as the employment register has it. */
export const EmploymentStarted = defineEvent({
  department: 'hr',
  name: 'EmploymentStarted',
  titleZh: '就业登记',
  titleEn: 'Employment started',
  descriptionZh: '当事人在用人单位就业，载明岗位类别、就业途径；有帮助的载明由谁帮助，计入帮助就业。',
  descriptionEn:
    'The person has begun to work for an employer, in a kind of post and by the way stated; who helped is said where somebody did, and counts as placed in work.',
  time: { from: 'startedOn', until: 'ended' },
  thing: jobThing,
  countedBy: placed,
  data: {
    employerUscc: uscc,
    postKind: z.string().min(1).max(60),
    via: open(employmentVia, {
      figures: placed,
      as: { form: 'only', values: ['招聘会', '专岗', '实训基地', '安排工作', '服务中心推荐', '公益性岗位'] },
    }),
    startedOn: day,
    /** Who helped, as the office names it; missing where nobody did. */
    assistedBy: open(z.string().min(1).max(100).optional(), { figures: placed, as: { form: 'said' } }),
    fairId: reference('fair').optional(),
  },
  example: {
    ...examplePersonAct,
    employerUscc: exampleCompanies.employer,
    postKind: '设备维护',
    via: '招聘会',
    startedOn: '2024-04-15',
    assistedBy: '雨湖区退役军人服务中心',
    fairId: 'ZPH-2024-03',
  },
})

/** A job that has ended. */
export const EmploymentEnded = defineEvent({
  department: 'hr',
  name: 'EmploymentEnded',
  titleZh: '就业终止',
  titleEn: 'Employment ended',
  descriptionZh: '当事人与用人单位终止就业关系。',
  descriptionEn: 'The person has stopped working for an employer.',
  time: { from: 'endedOn', until: 'stands', ends: { last: 'endedOn' } },
  thing: jobThing,
  data: {
    employerUscc: uscc,
    postKind: z.string().min(1).max(60).optional(),
    /** When it began, where the person had several with this employer. */
    startedOn: day.optional(),
    /** The last day of it. */
    endedOn: day,
    reason: z.string().min(1).max(200).optional(),
  },
  example: {
    ...examplePersonAct,
    employerUscc: exampleCompanies.employer,
    postKind: '设备维护',
    startedOn: '2024-04-15',
    endedOn: '2025-01-31',
    reason: '合同期满',
  },
})
