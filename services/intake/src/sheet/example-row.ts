/** What stands in the number of a template's example row: the reading of a sheet skips a row so numbered. */
export const exampleMark = '示例（不报送）'
