#include "unit/pdf/content_scanner.h"

#include <gtest/gtest.h>

#include <cctype>

namespace krut::pdf::test {
namespace {

bool is_delimiter(char c) { return std::string_view("()<>[]/ \n\r\t").find(c) != std::string_view::npos; }

/// The string that starts at `at`, an opening parenthesis; `at` ends behind it.
std::string take_string(const std::string& text, std::size_t& at) {
  std::string out;
  int depth = 1;
  for (++at; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') {
      const char next = text[++at];
      out += next == 'r' ? '\r' : next == 'n' ? '\n' : next;
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) break;
    out += c;
  }
  ++at;
  return out;
}

/// A dictionary as written; `at` ends behind it.
std::string take_dictionary(const std::string& text, std::size_t& at) {
  const std::size_t begin = at;
  int depth = 0;
  while (at < text.size()) {
    if (text[at] == '(') {
      take_string(text, at);
      continue;
    }
    if (text.compare(at, 2, "<<") == 0) ++depth;
    if (text.compare(at, 2, ">>") == 0) --depth;
    const bool is_bracket = text.compare(at, 2, "<<") == 0 || text.compare(at, 2, ">>") == 0;
    at += is_bracket ? 2 : 1;
    if (depth == 0) break;
  }
  return text.substr(begin, at - begin);
}

std::string take_word(const std::string& text, std::size_t& at) {
  const std::size_t begin = at++;
  while (at < text.size() && !is_delimiter(text[at])) ++at;
  return text.substr(begin, at - begin);
}

void finish(Operation& operation, std::vector<std::string>& open, std::vector<Operation>& out) {
  operation.tags = open;
  if (operation.name == "BDC") open.push_back(operation.operands.at(0) + operation.operands.at(1));
  if (operation.name == "BMC") open.push_back(operation.operands.at(0));
  if (operation.name == "EMC") {
    ASSERT_FALSE(open.empty()) << "EMC without a beginning";
    open.pop_back();
  }
  out.push_back(std::move(operation));
  operation = {};
}

}  // namespace

std::vector<std::string> content_streams(const std::string& file) {
  std::vector<std::string> streams;
  for (std::size_t at = 0; (at = file.find("%% Contents for page ", at)) != std::string::npos;) {
    const std::size_t begin = file.find("stream\n", at) + 7;
    const std::size_t end = file.find("endstream", begin);
    streams.push_back(file.substr(begin, end - begin));
    at = end;
  }
  return streams;
}

std::vector<Operation> scan(const std::string& content) {
  std::vector<Operation> out;
  std::vector<std::string> open;
  Operation operation;
  for (std::size_t at = 0; at < content.size();) {
    const char c = content[at];
    if (std::isspace(static_cast<unsigned char>(c)) != 0 || c == '[' || c == ']') {
      ++at;
    } else if (c == '(') {
      operation.operands.push_back(take_string(content, at));
    } else if (content.compare(at, 2, "<<") == 0) {
      operation.operands.push_back(take_dictionary(content, at));
    } else {
      std::string word = take_word(content, at);
      const bool is_operator = std::isalpha(static_cast<unsigned char>(word[0])) != 0;
      (is_operator ? operation.name : operation.operands.emplace_back()) = word;
      if (is_operator) finish(operation, open, out);
    }
  }
  EXPECT_TRUE(open.empty()) << "a sequence does not end";
  return out;
}

}  // namespace krut::pdf::test
