#pragma once

#include <string>
#include <vector>

/// Other people's programs, asked for their opinion of our files. One that is missing fails the test that asks it.
namespace krut::pdf::test {

struct ToolResult {
  int status = -1;
  std::string output;  ///< what it printed
};

/// A file below the build folder that holds `bytes`; the name tells the test that wrote it.
std::string keep_file(const std::string& name, const std::string& bytes);

/// Runs a program. It is looked for first; when it is missing the test fails and says so.
ToolResult run(const std::string& tool, const std::string& arguments);
/// The same for what it prints on standard output alone.
ToolResult read_with(const std::string& tool, const std::string& arguments);

std::vector<std::string> split_lines(const std::string& text);

/// The file with all its streams unpacked, as qpdf writes it.
std::string unpacked(const std::string& path);

/// Marks and difficult words that every extractor must give back.
std::vector<std::string> nasty_lines();

}  // namespace krut::pdf::test
