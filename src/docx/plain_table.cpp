#include "docx/plain_table.h"

#include <numeric>

namespace krut::docx {

void write_plain_table_start(Xml& xml, const PlainTable& table) {
  {
    auto properties = xml.element("w:tblPr");  // CT_TblPr, ISO/IEC 29500-1, 17.4.59
    const Length width = std::accumulate(table.columns.begin(), table.columns.end(), Length());
    xml.empty("w:tblW", {{"w:w", width}, {"w:type", "dxa"}});
    if (table.left) xml.empty("w:tblInd", {{"w:w", *table.left}, {"w:type", "dxa"}});
    xml.empty("w:tblLayout", {{"w:type", "fixed"}});
    {
      auto margins = xml.element("w:tblCellMar");
      for (const char* side : {"w:left", "w:right"}) xml.empty(side, {{"w:w", Length()}, {"w:type", "dxa"}});
    }
    xml.empty("w:tblLook", {{"w:val", "0000"}});
    xml.empty("w:tblCaption", {{"w:val", table.title}});
  }
  auto grid = xml.element("w:tblGrid");
  for (const Length column : table.columns) xml.empty("w:gridCol", {{"w:w", column}});
}

void write_plain_row_properties(Xml& xml, bool is_first) {
  auto properties = xml.element("w:trPr");  // CT_TrPr, ISO/IEC 29500-1, 17.4.81
  xml.empty("w:cantSplit");
  if (is_first) xml.empty("w:tblHeader");
}

}  // namespace krut::docx
