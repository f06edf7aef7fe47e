import { defineRefusals } from './refusal.ts'

/** Why a text is no person's name. */
export const nameRefusals = defineRefusals('schemas', {
  NAME_BLANK: {
    status: 422,
    en: ['the name is empty: it holds nothing that can be seen', 'Write the name.'],
    zh: ['姓名为空（只有空格或不可见字符）', '请填写姓名。'],
  },
  NAME_NONE: {
    status: 422,
    en: ['this word says that there is no name, or none known', 'Write the name, or leave the field out.'],
    zh: ['“无”“不详”“NULL”等不是姓名', '请填写姓名，没有的不要填写该字段。'],
  },
  NAME_GARBLED: {
    status: 422,
    en: [
      'a character of the name was lost: ?, a box or a private-use character stands in its place',
      'Write the character, or export the list again as UTF-8 or GB18030.',
    ],
    zh: ['姓名中有转码时丢失的字（?、方框或私用区字符）', '请补填该字，或以 UTF-8、GB18030 编码重新导出。'],
  },
  NAME_MASKED: {
    status: 422,
    en: ['part of the name is covered (张*, 李某)', 'Send the name whole.'],
    zh: ['姓名已脱敏（如“张*”“李某”）', '请报送完整姓名。'],
  },
  NAME_BRACKETS: {
    status: 422,
    en: [
      'there are brackets in the name: a note, or a character that is described by its parts',
      'Write the name alone, with the character itself; notes belong in other fields.',
    ],
    zh: ['姓名中有括号（备注，或以部件描述的生僻字）', '请只填写姓名，生僻字请录入该字本身，备注请填入其他字段。'],
  },
  NAME_DIGITS: {
    status: 422,
    en: ['there are digits in the name', 'Write the name alone.'],
    zh: ['姓名中有数字', '请只填写姓名。'],
  },
  NAME_PARTS: {
    status: 422,
    en: [
      'the name has parts with a space between: two persons, or a name that has lost its middle dot',
      'Name one person; write the dot between the parts of a name (艾力·买买提).',
    ],
    zh: ['姓名被空格分成几部分：可能是两个人，或丢失了间隔号', '请只填一人；各部分之间请用间隔号（如“艾力·买买提”）。'],
  },
  NAME_SIGNS: {
    status: 422,
    en: [
      'the name holds signs that are in no name',
      'Write letters, a middle dot, a hyphen, an apostrophe and spaces alone.',
    ],
    zh: ['姓名中有不属于姓名的符号', '姓名只能包含文字、间隔号、连字符、撇号和空格。'],
  },
})
