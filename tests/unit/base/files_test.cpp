#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace krut::files {
namespace {

namespace fs = std::filesystem;

class FilesTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::size_t files_in_folder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_ = fs::path(KRUT_BUILD_FOLDER) / "files_test";
};

ErrorKind kind_of_failure(const std::vector<Output>& outputs) {
  try {
    write_whole(outputs);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::internal;
}

TEST_F(FilesTest, what_was_written_is_read_back) {
  const std::string bytes("a\0b\xFF", 4);
  write_whole({{path("a"), bytes}});
  EXPECT_EQ(read_whole(path("a"), 100), bytes);
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(FilesTest, when_one_file_fails_no_file_changes) {
  write_whole({{path("good"), "old"}});
  EXPECT_EQ(kind_of_failure({{path("good"), "new"}, {path("no/such/folder"), "x"}}), ErrorKind::cannot_write);
  EXPECT_EQ(read_whole(path("good"), 100), "old");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(FilesTest, who_is_asked_before_replacing_may_refuse_and_then_nothing_changes) {
  write_whole({{path("a"), "old"}});
  int asked = 0;
  const auto refuse = [&] {
    ++asked;
    EXPECT_EQ(read_whole(path("a"), 100), "old");
    throw Error(ErrorKind::cannot_write, "test.refused", {"ไม่", "no"});
  };
  EXPECT_THROW(write_whole({{path("a"), "new"}, {path("b"), "new"}}, refuse), Error);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(read_whole(path("a"), 100), "old");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(FilesTest, a_full_disk_is_noticed) { EXPECT_EQ(kind_of_failure({{"/dev/full", "x"}}), ErrorKind::cannot_write); }

TEST_F(FilesTest, a_link_to_a_file_that_is_not_there_yet_is_followed) {
  fs::create_directory(path("folder"));
  fs::create_symlink("folder/next", path("link"));
  fs::create_symlink(path("target"), path("folder/next"));
  write_whole({{path("link"), "new"}});
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_TRUE(fs::is_symlink(path("folder/next")));
  EXPECT_EQ(read_whole(path("target"), 100), "new");
}

TEST_F(FilesTest, two_files_never_go_to_one_place) {
  fs::create_symlink("target", path("link"));
  EXPECT_EQ(kind_of_failure({{path("target"), "a"}, {path("link"), "b"}}), ErrorKind::cannot_write);
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(FilesTest, links_that_lead_nowhere_are_told_and_stay) {
  fs::create_symlink("b", path("a"));
  fs::create_symlink("a", path("b"));
  fs::create_symlink("no/such/folder", path("c"));
  EXPECT_EQ(kind_of_failure({{path("a"), "x"}}), ErrorKind::cannot_write);
  EXPECT_EQ(kind_of_failure({{path("c"), "x"}}), ErrorKind::cannot_write);
  EXPECT_EQ(files_in_folder(), 3U);
}

TEST_F(FilesTest, a_link_stays_a_link_and_permissions_stay) {
  write_whole({{path("target"), "old"}});
  fs::permissions(path("target"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("target", path("link"));
  write_whole({{path("link"), "new"}});
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(read_whole(path("target"), 100), "new");
  EXPECT_EQ(fs::status(path("target")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(FilesTest, a_missing_file_and_a_folder_are_input_missing) {
  for (const std::string& name : {path("absent"), folder_.string()}) {
    try {
      static_cast<void>(read_whole(name, 100));
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input_missing);
    }
  }
}

TEST_F(FilesTest, a_file_over_the_limit_is_refused) {
  write_whole({{path("big"), std::string(101, 'x')}});
  EXPECT_THROW(static_cast<void>(read_whole(path("big"), 100)), Error);
  EXPECT_EQ(read_whole(path("big"), 101).size(), 101U);
}

}  // namespace
}  // namespace krut::files
