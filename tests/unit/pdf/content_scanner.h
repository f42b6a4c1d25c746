#pragma once

#include <string>
#include <vector>

namespace krut::pdf::test {

/// One operator of a content stream with what stood before it.
struct Operation {
  std::vector<std::string> operands;  ///< strings decoded, everything else as written
  std::string name;
  std::vector<std::string> tags;  ///< with properties, of the marked-content sequences around it, outermost first
};

/// The content streams of an unpacked file, in page order.
std::vector<std::string> content_streams(const std::string& unpacked_file);

/// The operators of a content stream. Sequences that do not nest fail the test.
std::vector<Operation> scan(const std::string& content);

}  // namespace krut::pdf::test
