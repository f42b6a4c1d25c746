#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "base/temporary_name.h"

namespace krut::files {
namespace {

namespace fs = std::filesystem;

class WriteWholeTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string content(const std::string& name) const { return read_whole(path(name), 100); }
  void put(const std::string& name, const std::string& bytes) const { std::ofstream(folder_ / name) << bytes; }
  [[nodiscard]] std::size_t files_in_folder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_ = fs::path(KRUT_BUILD_FOLDER) / "write_whole_test";
};

std::string code_of_failure(const std::vector<Output>& outputs, const std::function<void()>& before = {},
                            const ShouldStop& should_stop = {}) {
  try {
    write_whole(outputs, before, should_stop);
  } catch (const Error& error) {
    return error.diagnostic().code;
  }
  return "none";
}

TEST_F(WriteWholeTest, a_directory_put_there_in_between_leaves_every_file_as_it_was) {
  put("a", "old");
  const auto meanwhile = [&] { fs::create_directory(path("c")); };
  EXPECT_EQ(code_of_failure({{path("a"), "new"}, {path("b"), "new"}, {path("c"), "new"}}, meanwhile),
            "file.cannot-write");
  EXPECT_EQ(content("a"), "old");
  EXPECT_FALSE(fs::exists(path("b")));
  EXPECT_TRUE(fs::is_directory(path("c")));
  EXPECT_EQ(files_in_folder(), 2U);
}

TEST_F(WriteWholeTest, a_link_put_there_in_between_is_not_replaced) {
  put("a", "old");
  const auto meanwhile = [&] { fs::create_symlink("a", path("b")); };
  EXPECT_EQ(code_of_failure({{path("a"), "new"}, {path("b"), "new"}}, meanwhile), "file.cannot-write");
  EXPECT_EQ(content("a"), "old");
  EXPECT_TRUE(fs::is_symlink(path("b")));
}

TEST_F(WriteWholeTest, a_name_of_the_greatest_length_can_be_written_and_a_longer_one_is_told) {
  for (std::size_t length = 249; length <= 255; ++length) {
    const std::string name(length, 'n');
    write_whole({{path(name), "new"}});
    write_whole({{path(name), "again"}});
    EXPECT_EQ(content(name), "again");
  }
  EXPECT_EQ(code_of_failure({{path("a"), "new"}, {path(std::string(256, 'n')), "new"}}), "file.cannot-write");
  EXPECT_FALSE(fs::exists(path("a")));
}

TEST_F(WriteWholeTest, what_a_killed_run_left_is_removed_by_the_next) {
  const std::string left = temporary_name();
  put(left, "half");
  write_whole({{path("a"), "new"}});
  EXPECT_FALSE(fs::exists(path(left)));
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(WriteWholeTest, a_temporary_file_in_use_stays) {
  const std::string used = temporary_name();
  put(used, "half");
  const Descriptor owner(::open(path(used).c_str(), O_RDONLY | O_CLOEXEC));
  ASSERT_EQ(::flock(owner.number(), LOCK_EX), 0);
  write_whole({{path("a"), "new"}});
  EXPECT_TRUE(fs::exists(path(used)));
}

TEST_F(WriteWholeTest, files_of_others_with_such_a_name_stay) {
  const std::vector<std::string> names = {".krut-abcdef",        ".krut-aaaaaaaaaaaa", ".krut-",
                                          ".krut-notes.json",    ".krut-234567234567", ".krut-ABCDEFABCDEF",
                                          temporary_name() + "x"};
  for (const std::string& name : names) put(name, "mine");
  const std::string link = temporary_name();
  fs::create_symlink(".krut-", path(link));
  const std::string folder = temporary_name();
  fs::create_directory(path(folder));
  write_whole({{path("a"), "new"}});
  for (const std::string& name : names) EXPECT_EQ(content(name), "mine") << name;
  EXPECT_TRUE(fs::is_symlink(path(link)));
  EXPECT_TRUE(fs::is_directory(path(folder)));
}

TEST_F(WriteWholeTest, no_name_passes_for_a_temporary_one_by_chance) {
  for (int i = 0; i < 1'000; ++i) {
    std::string name = temporary_name();
    EXPECT_TRUE(is_temporary_name(name)) << name;
    name[8] = name[8] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(is_temporary_name(name)) << name;
  }
}

TEST_F(WriteWholeTest, who_no_longer_wants_the_files_gets_none_and_keeps_the_former) {
  put("a", "old");
  EXPECT_EQ(code_of_failure({{path("a"), "new"}, {path("b"), "new"}}, {}, [] { return true; }), "file.stopped");
  int asked = 0;
  EXPECT_EQ(code_of_failure({{path("a"), "new"}, {path("b"), "new"}}, {}, [&] { return ++asked == 3; }),
            "file.stopped");
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(WriteWholeTest, waiting_for_a_folder_or_a_pipe_ends_when_the_files_are_no_longer_wanted) {
  const Descriptor other(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  ASSERT_EQ(::flock(other.number(), LOCK_EX), 0);
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
  const auto is_over = [&] { return std::chrono::steady_clock::now() >= end; };
  EXPECT_EQ(code_of_failure({{path("a"), "new"}}, {}, is_over), "file.stopped");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(code_of_failure({{path("pipe"), "new"}}, {}, is_over), "file.stopped");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(WriteWholeTest, a_pipe_takes_more_than_it_holds) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  const std::string bytes(300'000, 'x');
  std::string read;
  std::thread reader([&] { read = read_whole(path("pipe"), 1U << 20); });
  write_whole({{path("pipe"), bytes}, {path("a"), "new"}});
  reader.join();
  EXPECT_EQ(read, bytes);
  EXPECT_EQ(content("a"), "new");
}

TEST_F(WriteWholeTest, two_folders_in_either_order_never_wait_for_each_other) {
  fs::create_directory(path("x"));
  fs::create_directory(path("y"));
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) write_whole({{path("y/b"), "2"}, {path("x/a"), "2"}});
  });
  for (int i = 0; i < 100; ++i) write_whole({{path("x/a"), "1"}, {path("y/b"), "1"}});
  other.join();
  EXPECT_EQ(content("x/a"), content("y/b"));
}

TEST_F(WriteWholeTest, a_new_file_has_the_permissions_that_others_give_theirs) {
  const mode_t before = ::umask(027);
  write_whole({{path("a"), "new"}});
  ::umask(before);
  EXPECT_EQ(fs::status(path("a")).permissions(), static_cast<fs::perms>(0640));
}

}  // namespace
}  // namespace krut::files
