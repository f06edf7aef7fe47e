import { codeList } from './values/code-list.ts'

/** What the armed forces have handed over of a discharged soldier. */
export const handoverItem = codeList('handoverItem', {
  名单: 'the name on the list',
  人事档案: 'personnel file',
  组织关系: 'Party or League membership',
  保险关系: 'insurance',
})

/** Why somebody has no claim to be placed any more. */
export const forfeitureReason = codeList('forfeitureReason', {
  逾期未报到: 'did not report in time, without good reason',
  拒不服从安排: 'refused the work assigned, without good reason',
  被追究刑事责任: 'held criminally liable while waiting for work',
})
