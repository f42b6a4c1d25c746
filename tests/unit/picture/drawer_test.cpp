#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/budget.h"
#include "base/error.h"
#include "picture/bitmap.h"
#include "picture/drawer.h"
#include "picture/helper.h"

/// Drawing in a process of its own: whatever happens there, the caller goes on.
namespace krut::picture::test {

namespace {

using namespace std::chrono_literals;
using Kind = HelperEnd::Kind;

const std::string program = KRUT_BUILD_FOLDER "/libexec/krut/krut-picture";
const Length side = Length::millimetres(10);

std::shared_ptr<const std::string> svg(const std::string& inside) {
  return std::make_shared<const std::string>("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + inside +
                                             "</svg>");
}

const std::string square = "<rect width='10' height='10' fill='#c00'/>";

/// A program that stands in for the drawing one.
std::string stand_in(const std::string& name, const std::string& script) {
  std::string path = KRUT_BUILD_FOLDER "/" + name + ".sh";
  std::ofstream(path) << "#!/bin/sh\n" << script << '\n';
  ::chmod(path.c_str(), 0755);
  return path;
}

std::string fault_of(const std::variant<Drawn, Fault>& result) {
  const auto* fault = std::get_if<Fault>(&result);
  if (fault == nullptr) return "drawn";
  EXPECT_FALSE(fault->hint.empty());
  return fault->what.english;
}

std::string fault_of(const std::string& inside) {
  return fault_of(Drawer(program).draw(svg(inside), side, side, true));
}

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) >= 0; }

}  // namespace

TEST(Drawer, gives_lines_and_pixels) {
  const auto result = Drawer(program).draw(svg(square), side, side, true);
  const auto* drawn = std::get_if<Drawn>(&result);
  ASSERT_NE(drawn, nullptr) << fault_of(result);
  EXPECT_EQ(drawn->page->substr(0, 5), "%PDF-");
  const Bitmap bitmap = decode_png(*drawn->png);
  EXPECT_EQ(bitmap.width, 236U);  // 10 mm, 600 to the inch
  EXPECT_EQ(bitmap.rgba.substr(0, 4), std::string("\xCC\0\0\xFF", 4));
  EXPECT_FALSE(has_children());
}

TEST(Drawer, remembers_what_it_drew) {
  const Drawer drawer(program);
  const auto picture = svg(square);
  const auto first = std::get<Drawn>(drawer.draw(picture, side, side, false));
  EXPECT_EQ(first.png, nullptr);
  EXPECT_EQ(std::get<Drawn>(drawer.draw(svg(square), side, side, false)).page, first.page);
  const auto with_png = std::get<Drawn>(drawer.draw(picture, side, side, true));
  EXPECT_EQ(std::get<Drawn>(drawer.draw(picture, side, side, false)).png, with_png.png);
  EXPECT_NE(std::get<Drawn>(drawer.draw(picture, side, side / 2, true)).png, with_png.png);
}

TEST(Drawer, draws_the_largest_paper_with_fewer_dots) {
  const auto result = Drawer(program).draw(svg(square), Length::millimetres(600), Length::millimetres(600), false);
  EXPECT_EQ(fault_of(result), "drawn");
}

TEST(Drawer, outlives_what_ends_the_library_that_draws) {
  EXPECT_NE(fault_of("<filter id='f'><feConvolveMatrix order='50' kernelMatrix='1'/></filter>" +
                     square.substr(0, square.size() - 2) + " filter='url(#f)'/>"),
            "");
  EXPECT_NE(fault_of("<g>"), "drawn");
  EXPECT_FALSE(has_children());
}

TEST(Drawer, ends_what_takes_too_long) {
  const auto begin = std::chrono::steady_clock::now();
  std::string noise = "<filter id='f'>";
  for (int i = 0; i < 40; ++i) noise += "<feTurbulence baseFrequency='.9' numOctaves='9999'/>";
  const std::string fault = fault_of(noise + "</filter><rect width='10' height='10' filter='url(#f)'/>");
  EXPECT_NE(fault.find("drawing_"), std::string::npos) << fault;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 60s);
}

TEST(Drawer, ends_soon_after_its_caller_s_time_is_over) {
  const auto begin = std::chrono::steady_clock::now();
  const Drawer drawer(stand_in("stand-in", "exec sleep 100"));
  EXPECT_THROW(static_cast<void>(drawer.draw(svg(square), side, side, true, Budget(Bounds{100ms, {}, {}}))), Error);
  const Budget cancelled(Bounds{{}, {}, [&] { return std::chrono::steady_clock::now() - begin > 200ms; }});
  EXPECT_THROW(static_cast<void>(drawer.draw(svg(square), side, side, true, cancelled)), Error);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_FALSE(has_children());
}

TEST(Drawer, does_not_try_again_what_cannot_be_drawn) {
  const std::string tries = testing::TempDir() + "/tries";
  std::filesystem::remove(tries);
  const Drawer drawer(stand_in("stand-in", "echo once >> " + tries + "; kill -SEGV $$"));
  const std::string first = fault_of(drawer.draw(svg(square), side, side, true));
  EXPECT_NE(first, "drawn");
  EXPECT_EQ(fault_of(drawer.draw(svg(square), side, side, true)), first);
  EXPECT_EQ(std::filesystem::file_size(tries), std::string("once\n").size());
}

TEST(Drawer, tells_that_its_program_is_not_there) {
  for (const std::string path : {"/nowhere/krut-picture", "krut-picture", "", "/", "/etc/passwd"}) {
    try {
      static_cast<void>(Drawer(path).draw(svg(square), side, side, true));
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::resource_missing);
      EXPECT_FALSE(error.diagnostic().hint.empty());
    }
  }
}

TEST(Drawer, believes_nothing_that_its_program_says) {
  const std::string mark = "krutsvg1";
  for (const std::string script :
       {"true", "exit 3", "echo nonsense", "head -c 100000 /dev/urandom",
        "printf 'krutsvg1\\377\\377\\377\\377aaaabbbb0000'",
        "printf 'krutsvg1\\005\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000hello'",
        "printf 'krutsvg1\\005\\000\\000\\000\\003\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000%%PDF-png'",
        "kill -SEGV $$", "kill -ABRT $$", "exec 0<&- 1>&-"}) {
    const auto result = Drawer(stand_in("stand-in", script)).draw(svg(square), side, side, true);
    EXPECT_NE(fault_of(result), "drawn") << script;
  }
  EXPECT_FALSE(has_children());
}

TEST(Helper, is_ended_when_its_time_is_over_or_it_talks_on) {
  EXPECT_EQ(ask_helper(stand_in("sleeper", "exec sleep 100"), "x", 10, 100ms).kind, Kind::out_of_time);
  EXPECT_EQ(ask_helper(stand_in("talker", "exec yes"), "x", 100'000, 10s).kind, Kind::talks_on);
  EXPECT_EQ(ask_helper(stand_in("deaf", "exec 0<&-; exec sleep 1"), std::string(5'000'000, 'x'), 10, 5s).kind,
            Kind::answered);
  EXPECT_FALSE(has_children());
}

TEST(Helper, has_no_open_file_and_no_setting_of_its_callers) {
  ::setenv("SECRET", "1", 1);
  const int kept = ::dup(1);
  const std::string said =
      ask_helper(stand_in("teller", "/bin/ls /proc/self/fd; /usr/bin/env"), "", 10'000, 10s).answer;
  ::close(kept);
  EXPECT_EQ(said.find("SECRET"), std::string::npos) << said;
  EXPECT_EQ(said.substr(0, 4), "0\n1\n") << said;
  EXPECT_EQ(said.find("\n4\n"), std::string::npos) << said;  // one more is the folder that is being listed
}

TEST(Helper, serves_a_caller_who_ignores_the_end_of_children) {
  const auto before = ::signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(fault_of(square), "drawn");
  EXPECT_NE(fault_of("<g>"), "drawn");
  ::signal(SIGCHLD, before);
  EXPECT_FALSE(has_children());
}

TEST(Helper, serves_many_threads_at_once) {
  std::vector<std::thread> threads;
  std::vector<std::string> faults(8);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    threads.emplace_back([&faults, i] {
      for (int round = 0; round < 5; ++round) {
        const std::string fault = fault_of(square + "<g id='" + std::to_string(i) + "'/>");
        if (fault != "drawn") faults[i] += fault;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& fault : faults) EXPECT_EQ(fault, "");
  EXPECT_FALSE(has_children());
}

TEST(Helper, serves_a_caller_without_standard_streams_or_with_many_files) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (int number = 0; number < 3; ++number) ::close(number);
    const bool is_drawn = std::holds_alternative<Drawn>(Drawer(program).draw(svg(square), side, side, true));
    for (int i = 0; i < 900; ++i) static_cast<void>(::socket(AF_UNIX, SOCK_STREAM, 0));
    const bool is_drawn_again = std::holds_alternative<Drawn>(Drawer(program).draw(svg(square), side, side, true));
    ::_exit(is_drawn ? is_drawn_again ? 0 : 2 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0) << status;
}

}  // namespace krut::picture::test
