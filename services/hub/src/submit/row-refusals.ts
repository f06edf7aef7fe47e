import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What the command says of rows whose number the hub knows already. */
export const rowRefusals = defineRefusals('hub', {
  ROW_DIFFERS: {
    status: 422,
    en: [
      'this number was sent before with other content; what was said then still stands',
      'If the row corrects it, send it with --correct; if it is another fact, give it a number of its own.',
    ],
    zh: [
      '该编号此前已报送过其他内容，原内容仍然有效',
      '若本行是对原内容的更正，请加 --correct 报送；若是另一事实，请另编编号。',
    ],
  },
  ROW_SUPERSEDED: {
    status: 422,
    en: [
      'the row says what was said at first; it has been corrected or taken back since',
      'If the row is right nevertheless, send it with --correct; else leave it out.',
    ],
    zh: ['本行与最初报送的内容相同，但该内容此后已更正或撤回', '若仍以本行为准，请加 --correct 报送；否则请删去本行。'],
  },
  ROW_OF_ANOTHER_TOO: {
    status: 422,
    en: [
      'the row is recorded, and its number stands for another person or matter too: both count',
      'If the row corrects the other, send it with --correct, which takes the other back; if both are right, the lists need numbers of their own (--id-prefix).',
    ],
    zh: [
      '本行已入库，但该编号此前已用于另一人员或事项，两者并存',
      '若本行是对原记录的更正，请加 --correct 报送，原记录即予撤回；若两者均属实，请用 --id-prefix 区分编号。',
    ],
  },
  ROW_CORRECTED_ELSEWHERE: {
    status: 422,
    en: [
      'the fact of this number was corrected or taken back by an event that is no row of a sheet',
      'Look up what stands now, and correct it where that was said.',
    ],
    zh: ['该编号的事实已由非表格事件更正或撤回', '请查明现行内容，并在作出该更正的系统中更正。'],
  },
})

/** A fault of a row, at a place in its event. */
export const rowFault = faultsOf(rowRefusals)
