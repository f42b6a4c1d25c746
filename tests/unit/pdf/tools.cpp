#include "unit/pdf/tools.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "base/files.h"

namespace krut::pdf::test {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30U;

ToolResult run_command(const std::string& command) {
  ToolResult result;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 65'536> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    result.output.append(buffer.data(), got);
  }
  const int status = pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

ToolResult run_found(const std::string& tool, const std::string& command) {
  if (run_command("command -v " + tool + " >/dev/null").status != 0) {
    ADD_FAILURE() << "the program " << tool << " is missing; this check needs it";
    return {};
  }
  return run_command(command);
}

std::string folder() {
  const std::string path = std::string(KRUT_BUILD_FOLDER) + "/test-pdf";
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace

std::string keep_file(const std::string& name, const std::string& bytes) {
  const std::string path = folder() + "/" + name;
  files::write_whole({{path, bytes}});
  return path;
}

ToolResult run(const std::string& tool, const std::string& arguments) {
  return run_found(tool, tool + " " + arguments + " 2>&1");
}

ToolResult read_with(const std::string& tool, const std::string& arguments) {
  return run_found(tool, tool + " " + arguments + " 2>/dev/null");
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    while (!line.empty() && line.back() == '\f') line.pop_back();
    while (!line.empty() && line.front() == '\f') line.erase(0, 1);
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

std::string unpacked(const std::string& path) {
  const std::string out = path + ".qdf";
  const ToolResult result =
      run("qpdf", "--qdf --normalize-content=n --object-streams=disable '" + path + "' '" + out + "'");
  EXPECT_EQ(result.status, 0) << result.output;
  return files::read_whole(out, most_bytes);
}

std::vector<std::string> nasty_lines() {
  return split_lines(files::read_whole(std::string(KRUT_SOURCE_FOLDER) + "/tests/unit/pdf/nasty.txt", most_bytes));
}

}  // namespace krut::pdf::test
