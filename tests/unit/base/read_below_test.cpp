#include "base/read_below.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace krut::files {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most = 100;

class ReadBelow : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(top_);
    fs::create_directories(folder_ / "inner");
    std::ofstream(folder_ / "inner/file") << "inside";
    std::ofstream(top_ / "secret") << "outside";
  }
  void TearDown() override { fs::remove_all(top_); }

  /// The text that is read, or the code of the failure.
  [[nodiscard]] std::string read(const fs::path& path) const {
    try {
      return read_below({folder_.string()}, path.string(), most);
    } catch (const Error& error) {
      return error.diagnostic().code;
    }
  }

  fs::path top_ = fs::path(KRUT_BUILD_FOLDER) / "read_below_test";
  fs::path folder_ = top_ / "folder";
};

TEST_F(ReadBelow, a_file_in_the_folder_is_read_however_it_is_spelt) {
  EXPECT_EQ(read(folder_ / "inner/file"), "inside");
  EXPECT_EQ(read(folder_ / "./inner//../inner/./file"), "inside");
  EXPECT_EQ(read(top_ / "folder/../folder/inner/file"), "inside");
}

TEST_F(ReadBelow, a_link_is_followed_inside_the_folder_only) {
  fs::create_symlink("inner/file", folder_ / "near");
  fs::create_symlink(folder_ / "inner", folder_ / "absolute");
  fs::create_symlink("../secret", folder_ / "far");
  fs::create_symlink(top_, folder_ / "out");
  EXPECT_EQ(read(folder_ / "near"), "inside");
  EXPECT_EQ(read(folder_ / "absolute/file"), "inside");
  EXPECT_EQ(read(folder_ / "far"), "file.outside");
  EXPECT_EQ(read(folder_ / "out/secret"), "file.outside");
}

TEST_F(ReadBelow, what_lies_elsewhere_is_refused) {
  EXPECT_EQ(read(top_ / "secret"), "file.outside");
  EXPECT_EQ(read(folder_ / "../secret"), "file.outside");
  EXPECT_EQ(read("/etc/passwd"), "file.outside");
  std::ofstream(top_ / "folder-too") << "a folder's name that starts alike";
  EXPECT_EQ(read(top_ / "folder-too"), "file.outside");
}

TEST_F(ReadBelow, what_is_no_regular_file_is_refused_at_once) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  fs::create_symlink("loop", folder_ / "loop");
  EXPECT_EQ(read(folder_ / "pipe"), "file.not-regular");
  EXPECT_EQ(read(folder_ / "inner"), "file.not-regular");
  EXPECT_EQ(read(folder_ / "loop"), "file.cannot-read");
  EXPECT_EQ(read(folder_ / "absent"), "file.cannot-read");
}

TEST_F(ReadBelow, a_folder_that_is_a_link_itself_is_the_folder_it_leads_to) {
  fs::create_directory_symlink(folder_, top_ / "link");
  EXPECT_EQ(read_below({(top_ / "link").string()}, (top_ / "link/inner/file").string(), most), "inside");
}

TEST_F(ReadBelow, the_root_of_the_file_system_is_above_every_file) {
  EXPECT_EQ(read_below({"/"}, (folder_ / "inner/file").string(), most), "inside");
  EXPECT_FALSE(is_below("/", "/"));
}

TEST_F(ReadBelow, a_file_beyond_the_limit_is_told) {
  std::ofstream(folder_ / "large") << std::string(most + 1, 'x');
  EXPECT_EQ(read(folder_ / "large"), "file.too-large");
}

}  // namespace
}  // namespace krut::files
