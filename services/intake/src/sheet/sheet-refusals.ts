import { defineRefusals, Refused } from '@hub/schemas/refusal.ts'

/** Why a file cannot be read as a sheet: what its bytes are, and what to do. */
export const sheetRefusals = defineRefusals('intake', {
  SHEET_EMPTY: {
    status: 422,
    en: ['the file is empty', 'Export the sheet again from the source system.'],
    zh: ['文件是空的', '请从源系统重新导出。'],
  },
  SHEET_NO_FILE: {
    status: 422,
    en: ['this is a folder or a device, and no file', 'Name the sheet itself.'],
    zh: ['这是文件夹或设备，不是文件', '请指定表格文件本身。'],
  },
  SHEET_NO_ACCESS: {
    status: 422,
    en: [
      'the file may not be read',
      'Close it in other programs, and look at who may read it; or copy it to a place of your own.',
    ],
    zh: ['无权读取该文件，或文件被占用', '请在其他程序中关闭该文件并检查读取权限，或将其复制到自己的目录。'],
  },
  SHEET_CHANGED: {
    status: 422,
    en: ['the file has changed while it was read', 'Close it in the program that writes it, and send it again.'],
    zh: ['文件在读取过程中发生了变化', '请在正在写入它的程序中关闭该文件，再重新报送。'],
  },
  SHEET_PDF: {
    status: 422,
    en: ['this is a PDF', 'Send the sheet that the PDF was printed from, as .xlsx or CSV.'],
    zh: ['这是 PDF 文件', '请报送生成该 PDF 的原始表格（.xlsx 或 CSV）。'],
  },
  SHEET_IMAGE: {
    status: 422,
    en: ['this is a picture', 'Send the sheet itself, as .xlsx or CSV.'],
    zh: ['这是图片', '请报送表格本身（.xlsx 或 CSV）。'],
  },
  SHEET_HTML: {
    status: 422,
    en: [
      'this is a web page (HTML) under the name of a sheet',
      'Open it in Excel or WPS, save it as .xlsx, and send that.',
    ],
    zh: ['这是网页（HTML），只是名字像表格', '请用 Excel 或 WPS 打开，另存为 .xlsx 后报送。'],
  },
  SHEET_XML: {
    status: 422,
    en: ['this is an XML file that is no sheet', 'Open it in Excel or WPS, save it as .xlsx, and send that.'],
    zh: ['这是 XML 文件，不是表格', '请用 Excel 或 WPS 打开，另存为 .xlsx 后报送。'],
  },
  SHEET_JSON: {
    status: 422,
    en: ['this is JSON, and no sheet', 'Hand events over by HTTP; send a sheet as .xlsx or CSV.'],
    zh: ['这是 JSON，不是表格', '事件请通过 HTTP 报送；表格请以 .xlsx 或 CSV 报送。'],
  },
  SHEET_OLD_WORKBOOK: {
    status: 422,
    en: [
      'this is a workbook (.xls) of a form that is not read, of before Excel 97 or damaged',
      'Open it in Excel or WPS, save it as .xlsx, and send that.',
    ],
    zh: ['这是工作簿（.xls），但版本早于 Excel 97 或已损坏，无法读取', '请用 Excel 或 WPS 打开，另存为 .xlsx 后报送。'],
  },
  SHEET_ENCRYPTED: {
    status: 422,
    en: [
      'this is a workbook that is encrypted with a password',
      'Take the password off in Excel or WPS, save it, and send that.',
    ],
    zh: ['这是加了密码的工作簿（已加密）', '请在 Excel 或 WPS 中取消密码后保存，再报送。'],
  },
  SHEET_DOCUMENT: {
    status: 422,
    en: [
      'this is a document (Word, WPS Writer, slides …), no sheet',
      'Put the table into a sheet, save it as .xlsx, and send that.',
    ],
    zh: ['这是文档（Word、WPS 文字、演示等），不是表格', '请将其中的表格放入工作表，存为 .xlsx 后报送。'],
  },
  SHEET_ARCHIVE: {
    status: 422,
    en: ['this is an archive (zip, rar, 7z, gzip)', 'Unpack it and send the sheet that is in it.'],
    zh: ['这是压缩包（zip、rar、7z、gzip）', '请解压后报送其中的表格。'],
  },
  SHEET_NO_TEXT: {
    status: 422,
    en: ['these bytes are neither text nor a workbook', 'Export the sheet as .xlsx or CSV and send that.'],
    zh: ['文件内容既不是文本也不是工作簿', '请导出为 .xlsx 或 CSV 后报送。'],
  },
  SHEET_BIG_FIVE: {
    status: 422,
    en: ['this is text in Big5 (traditional Chinese)', 'Save it as CSV UTF-8 or .xlsx and send that.'],
    zh: ['这是 Big5（繁体中文）编码的文本', '请另存为 CSV UTF-8 或 .xlsx 后报送。'],
  },
  SHEET_DAMAGED: {
    status: 422,
    en: ['the workbook is damaged', 'Open it in Excel or WPS, save it as .xlsx anew, and send that.'],
    zh: ['工作簿已损坏', '请用 Excel 或 WPS 打开，重新另存为 .xlsx 后报送。'],
  },
  SHEET_TOO_LARGE: {
    status: 422,
    en: [
      'the workbook unpacks to far more than a sheet of this size holds',
      'Copy the rows into a new workbook, or send them as CSV.',
    ],
    zh: ['工作簿解压后异常庞大', '请将数据行复制到新的工作簿，或以 CSV 报送。'],
  },
  SHEETS_ALIKE: {
    status: 422,
    en: [
      'several sheets of the workbook have these headings',
      'Keep one of them in the workbook, and send each as a file of its own.',
    ],
    zh: ['工作簿中多个工作表都有这样的标题行', '每个文件只保留其中一个工作表，分别报送。'],
  },
  SHEET_HIDDEN: {
    status: 422,
    en: [
      'only a hidden sheet of the workbook has these headings',
      'Show the sheet (unhide it) if it is meant, save, and send it again.',
    ],
    zh: ['只有隐藏的工作表有这样的标题行', '如确要报送该表，请取消隐藏并保存后再报送。'],
  },
  SHEET_HEADINGS: {
    status: 422,
    en: [
      'no row has the headings of this sheet',
      'Check that it is the right sheet, and name its columns in one row above the data.',
    ],
    zh: ['没有找到该表的标题行', '请核对是否为该表，并在数据上方用一行写明各列标题。'],
  },
  SHEET_HEADING_MISSING: {
    status: 422,
    en: ['the heading row lacks a column', 'Add that column, or give the column that holds it this heading.'],
    zh: ['标题行缺少一列', '请补上该列；如该列已有，请将其标题改为这个名称。'],
  },
  SHEET_HEADING_TWICE: {
    status: 422,
    en: [
      'several headings mean one column',
      'Keep the column that is meant, and take the others out or name them as what they are.',
    ],
    zh: ['有几列都表示同一内容', '请只保留要报送的一列，其余各列请删除或按实际内容改名。'],
  },
  SHEET_HEADINGS_CHANGE: {
    status: 422,
    en: ['other headings begin under the first', 'Put each table into a file of its own.'],
    zh: ['表中出现了另一套标题行', '每个文件只放一张表，请分开报送。'],
  },
  SHEET_UNITS: {
    status: 422,
    en: ['the sheet says several units for one column of amounts', 'Say one unit, in the heading of the column.'],
    zh: ['表中对同一金额列写了不同的单位', '请只写一个单位，写在该列标题中。'],
  },
  SHEET_QUOTES: {
    status: 422,
    en: ['from some row on the file is no CSV', 'Check the quotation marks there.'],
    zh: ['从某一行起不是有效的 CSV', '请检查该处的引号。'],
  },
})

/** Thrown for a file that is no sheet, or not the one that was asked for. Its words carry nothing of the rows. */
export class SheetUnreadable extends Refused {
  override name = 'SheetUnreadable'
}

/** The words of an unreadable sheet for a terminal: what is wrong and what to do, in both languages. */
export const unreadableText = ({ refusal }: SheetUnreadable): string =>
  `${refusal.messageZh} · ${refusal.message}\n  → ${refusal.whatToDoZh} ${refusal.whatToDo}`
