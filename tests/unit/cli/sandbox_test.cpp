#include "cli/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

namespace krut::cli {
namespace {

namespace fs = std::filesystem;

bool has_landlock() { return ::syscall(__NR_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0; }

/// What `attempt` ends with in a process that is confined to `access`: 0, or its errno.
int outcome(const Access& access, const std::function<bool()>& attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    confine(access);
    errno = 0;
    ::_exit(attempt() ? 0 : errno);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool opens(const std::string& path, int flags = O_RDONLY) { return ::open(path.c_str(), flags, 0600) >= 0; }

bool runs(const std::string& program) {
  char* const words[] = {const_cast<char*>(program.c_str()), nullptr};
  pid_t child = 0;
  errno = ::posix_spawn(&child, program.c_str(), nullptr, nullptr, words, nullptr);
  if (errno != 0) return false;
  int status = 0;
  ::waitpid(child, &status, 0);
  return status == 0;
}

class Sandbox : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(has_landlock()) << "this kernel cannot show it";
    folder_ = fs::path(testing::TempDir()) / ("sandbox-" + std::to_string(::getpid()));
    for (const char* name : {"in", "in/deep", "out", "else"}) fs::create_directories(folder_ / name);
    for (const char* name : {"in/a", "in/deep/b", "out/old", "else/secret"}) std::ofstream(folder_ / name) << "x";
    fs::create_symlink(folder_ / "else/secret", folder_ / "in/link");
    fs::create_symlink(folder_ / "else", folder_ / "in/linked");
    fs::create_symlink(folder_ / "else/secret", folder_ / "named");
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string at(const char* name) const { return (folder_ / name).string(); }
  [[nodiscard]] Access access() const { return {{at("in"), at("not-there")}, {at("out")}, {"/usr/bin/true"}}; }

 private:
  fs::path folder_;
};

TEST_F(Sandbox, what_was_named_is_read_and_nothing_else) {
  EXPECT_EQ(outcome(access(), [&] { return opens(at("in/a")) && opens(at("in/deep/b")); }), 0);
  EXPECT_EQ(outcome(access(), [&] { return opens(at("else/secret")); }), EACCES);
  EXPECT_EQ(outcome(access(), [&] { return opens(at("else"), O_RDONLY | O_DIRECTORY); }), EACCES);
  EXPECT_EQ(outcome(access(), [&] { return opens("/etc/passwd"); }), EACCES);
}

TEST_F(Sandbox, links_lead_nowhere_else_unless_they_were_named) {
  EXPECT_EQ(outcome(access(), [&] { return opens(at("in/link")); }), EACCES);
  EXPECT_EQ(outcome(access(), [&] { return opens(at("in/linked/secret")); }), EACCES);
  EXPECT_EQ(outcome({{at("named")}, {}, {}}, [&] { return opens(at("named")); }), 0);
}

TEST_F(Sandbox, only_the_folders_of_outputs_are_written) {
  EXPECT_EQ(outcome(access(), [&] { return opens(at("out/new"), O_CREAT | O_WRONLY); }), 0);
  EXPECT_EQ(outcome(access(), [&] { return ::rename(at("out/new").c_str(), at("out/old").c_str()) == 0; }), 0);
  EXPECT_EQ(outcome(access(), [&] { return ::unlink(at("out/old").c_str()) == 0; }), 0);
  EXPECT_EQ(outcome(access(), [&] { return opens(at("in/a"), O_WRONLY); }), EACCES);
  EXPECT_EQ(outcome(access(), [&] { return opens(at("in/new"), O_CREAT | O_WRONLY); }), EACCES);
  EXPECT_EQ(outcome(access(), [&] { return ::unlink(at("in/a").c_str()) == 0; }), EACCES);
  EXPECT_NE(outcome(access(), [&] { return ::rename(at("in/a").c_str(), at("out/a").c_str()) == 0; }), 0);
  EXPECT_TRUE(fs::exists(at("in/a")));
}

TEST_F(Sandbox, no_program_runs_but_the_one_that_was_named) {
  EXPECT_EQ(outcome(access(), [] { return runs("/usr/bin/true"); }), 0);
  EXPECT_EQ(outcome(access(), [] { return runs("/usr/bin/env"); }), EACCES);
  EXPECT_EQ(outcome({}, [] { return runs("/usr/bin/true"); }), EACCES);
}

TEST_F(Sandbox, no_network_is_reached) {
  for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK}) {
    EXPECT_EQ(outcome(access(), [family] { return ::socket(family, SOCK_STREAM, 0) >= 0; }), EPERM) << family;
  }
}

TEST_F(Sandbox, what_is_open_already_stays_open) {
  const int open_before = ::open(at("else/secret").c_str(), O_RDONLY);
  ASSERT_GE(open_before, 0);
  char byte = 0;
  EXPECT_EQ(outcome({}, [&] { return ::read(open_before, &byte, 1) == 1; }), 0);
  ::close(open_before);
}

TEST_F(Sandbox, what_was_named_twice_or_is_not_there_does_no_harm) {
  const Access odd{{at("in"), at("in"), "", at("not-there/at-all")}, {at("out"), at("in")}, {""}};
  EXPECT_EQ(outcome(odd, [&] { return opens(at("in/a"), O_RDWR); }), 0);
}

}  // namespace
}  // namespace krut::cli
