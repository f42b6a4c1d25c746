#include "pdf/object_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"
#include "unit/pdf/tools.h"

/// The object layer: what it writes, and that no fault of it stays silent.
namespace krut::pdf::test {
namespace {

class FullDisk : public Sink {
 public:
  explicit FullDisk(std::size_t room) : room_(room) {}
  bool take(std::string_view bytes) noexcept override {
    if (bytes.size() > room_) return false;
    room_ -= bytes.size();
    return true;
  }

 private:
  std::size_t room_;
};

void fill(ObjectFile& file) {
  for (int i = 0; i < 3; ++i) {
    const Reference page = file.add_page("q Q\n");
    file.fill(page, "/MediaBox[0 0 100 100]/Resources<<>>");
  }
  const Reference packed = file.reserve_packed();
  file.fill_packed(packed, "<</Answer 42>>");
  std::string catalog = "/Krut ";
  append_reference(catalog, packed);
  file.set_catalog(catalog);
}

std::string small_file() {
  ObjectFile file;
  fill(file);
  StringSink sink;
  file.save(sink);
  return sink.bytes();
}

TEST(ObjectFile, with_packed_objects_is_sound) {
  const std::string bytes = small_file();
  const std::string path = keep_file("objects.pdf", bytes);
  const ToolResult check = run("qpdf", "--check '" + path + "'");
  EXPECT_EQ(check.status, 0) << check.output;
  EXPECT_NE(unpacked(path).find("/Answer 42"), std::string::npos);
  EXPECT_EQ(bytes.substr(0, 8), "%PDF-1.7");
}

TEST(ObjectFile, that_cannot_be_written_whole_is_an_error) {
  const std::size_t size = small_file().size();
  for (std::size_t room = 0; room < size; room += 37) {
    ObjectFile file;
    fill(file);
    FullDisk disk(room);
    EXPECT_THROW(file.save(disk), Error) << room;
  }
  ObjectFile file;
  fill(file);
  FullDisk disk(size);
  EXPECT_NO_THROW(file.save(disk));
}

// The object layer takes plain functions, so the count of allocations left has to be global.
int allocations_left = 0;
void* allocate(unsigned int size) { return allocations_left-- > 0 ? std::malloc(size) : nullptr; }
void release(void* memory) { std::free(memory); }

TEST(ObjectFile, that_runs_out_of_memory_says_so) {
  bool is_whole = false;
  int allowed = 60;  // what an empty document takes
  for (; !is_whole; ++allowed) {
    allocations_left = allowed;
    try {
      ObjectFile file({}, {&allocate, &release});
      fill(file);
      StringSink sink;
      file.save(sink);
      is_whole = true;
      EXPECT_EQ(sink.bytes(), small_file());
    } catch (const std::bad_alloc&) {
    }
  }
  EXPECT_GT(allowed, 70);
}

TEST(ObjectFile, stays_broken_after_its_first_fault) {
  allocations_left = 1'000;
  ObjectFile file({}, {&allocate, &release});
  allocations_left = 0;
  EXPECT_THROW(static_cast<void>(file.add("/A 1")), std::bad_alloc);
  allocations_left = 1'000;
  EXPECT_THROW(static_cast<void>(file.add("/A 1")), std::bad_alloc);
  StringSink sink;
  EXPECT_THROW(file.save(sink), std::bad_alloc);
  EXPECT_TRUE(sink.bytes().empty());
}

TEST(Numbers, are_short_and_exact) {
  const auto points = [](Length length) {
    std::string out;
    append_points(out, length);
    return out;
  };
  EXPECT_EQ(points(Length::millimetres(210)), "595.276");
  EXPECT_EQ(points(Length::points(-0.5)), "-0.5");
  EXPECT_EQ(points(Length::emu(1)), "0");
  EXPECT_EQ(points(Length::emu(-1)), "0");
  EXPECT_EQ(points(Length::points(72)), "72");
}

TEST(Numbers, that_are_none_are_refused) {
  std::string out;
  EXPECT_THROW(append_real(out, std::nan(""), 3), Error);
  EXPECT_THROW(append_real(out, std::numeric_limits<double>::infinity(), 3), Error);
  EXPECT_THROW(append_real(out, 1e9, 3), Error);
  EXPECT_TRUE(out.empty());
}

TEST(Strings, are_read_back_the_same) {
  const auto text_string = [](const std::string& text) {
    std::string out;
    append_text_string(out, text);
    return out;
  };
  EXPECT_EQ(text_string("a(b)\\\r"), "(a\\(b\\)\\\\\\r)");
  EXPECT_EQ(text_string("ก😀"), "<FEFF0E01D83DDE00>");
  EXPECT_THROW(text_string(std::string(40'000, 'x')), Error);
  std::string out;
  append_content_string(out, "ก(");
  EXPECT_EQ(out, std::string("(\xFE\xFF\x0E\x01\x00\\()", 9));
}

}  // namespace
}  // namespace krut::pdf::test
