/** What programs write for 'nothing': databases, Python, R, Java, spreadsheets. */
const ofPrograms = /^(?:[(<[]?(?:null|none|nan|nat|nil|undefined)[)>\]]?|n\/?a|n\.a\.|\\n)$/i
/** What officials write where there is nothing, or nothing known. */
const ofOfficials =
  /^[(（]?(?:无|無|暂无|没有|无数据|无记录|空|空白|未知|不详|不明|不清楚|待补|待补充|待查|待核实|待核|待定|暂缺|缺|未填|未填写|未提供|未采集)[)）]?[?？。.!！]*$/
const marks = /^[-—–―－ー_/／\\·.…\s]+$/

/** Whether a cell is empty, or holds nothing but a mark for it: -, —, /. */
export const isBlank = (text: string): boolean => text === '' || marks.test(text)

/** Whether a cell holds the word by which a program says that there is nothing: NULL, None, nan, N/A, NA, \\N. */
export const isProgramsNothing = (text: string): boolean => ofPrograms.test(text)

/** Whether a cell holds a word by which officials say that there is nothing, or nothing known: 无, 不详, 待补. */
export const isOfficialsNothing = (text: string): boolean => ofOfficials.test(text)

const ditto = /^(?:同上|同前|同左|〃|″|"|'')$/

/** Whether a cell says 'as in the row above'. */
export const isDitto = (text: string): boolean => ditto.test(text)

const formulaError =
  /^(?:#(?:N\/A|GETTING_DATA|[A-Z][A-Z0-9/_]*[!?！？]|[\u4E00-\u9FFF]{1,4}[!?！？])|#{2,}|(?:Err|错误|#?ERROR)\s*[:：!！]\s*#?\S{0,12})$/i
const formula = /^=\s*[A-Z][A-Z0-9.]*\(/i

/** Whether a cell holds a formula, or what a spreadsheet shows in the place of its value: #N/A, #SPILL!, Err:502, ####. */
export const isFormulaError = (text: string): boolean => formulaError.test(text) || formula.test(text)
