#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "krut/krut.h"
#include "krut/krut.hpp"

/// What callers of the library can ask about files that are there already.
namespace krut::api {
namespace {

namespace fs = std::filesystem;

class KeptWork : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "krut-kept-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    Request request;
    request.data = read_data_file(KRUT_SOURCE_FOLDER "/examples/memo.json").bytes;
    made_ = Engine({{KRUT_FONT_FOLDER}, {KRUT_BUILD_FOLDER "/layouts"}}).render(request);
    ASSERT_EQ(made_.status, Status::ok);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& bytes) const { std::ofstream(folder_ / name) << bytes; }
  [[nodiscard]] std::string there(const std::string& name) const {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] FileResult write(Replacing replacing) const {
    return write_files({{path("a.pdf"), made_.pdf}, {path("a.docx"), made_.docx}}, replacing);
  }

  fs::path folder_;
  Outcome made_;
};

TEST_F(KeptWork, bytes_are_judged_without_a_file) {
  EXPECT_EQ(judge("").standing, Standing::empty);
  EXPECT_EQ(judge("a letter").standing, Standing::foreign);
  for (const std::string& ours : {made_.pdf, made_.docx, made_.signatures_json}) {
    EXPECT_EQ(judge(ours).standing, Standing::untouched);
    EXPECT_NE(judge(ours + "\n").standing, Standing::untouched);
  }
  EXPECT_EQ(judge(made_.pdf + "\n").standing, Standing::edited);
}

TEST_F(KeptWork, own_work_is_replaced_and_somebodys_is_not) {
  EXPECT_EQ(write(Replacing::own_work).status, Status::ok);
  EXPECT_EQ(write(Replacing::own_work).status, Status::ok);
  put("a.docx", "somebody's");
  put("a.pdf", "");
  const FileResult refused = write(Replacing::own_work);
  EXPECT_EQ(refused.status, Status::cannot_write);
  ASSERT_EQ(refused.diagnostics.size(), 1U);
  EXPECT_EQ(refused.diagnostics[0].code, "file.not-ours");
  EXPECT_EQ(there("a.docx"), "somebody's");
  EXPECT_EQ(there("a.pdf"), "");
  EXPECT_EQ(write(Replacing::anything).status, Status::ok);
  EXPECT_EQ(there("a.docx"), made_.docx);
}

TEST_F(KeptWork, what_the_caller_knows_is_replaced_too) {
  put("a.json", "an earlier form");
  const auto write_json = [&](std::vector<std::string> earlier) {
    return write_files({{path("a.json"), "{}", std::move(earlier)}}, Replacing::own_work).status;
  };
  EXPECT_EQ(write_json({}), Status::cannot_write);
  EXPECT_EQ(write_json({"another", "an earlier form"}), Status::ok);
  EXPECT_EQ(write_json({}), Status::ok);  // the same bytes
}

TEST_F(KeptWork, a_paper_read_back_tells_whether_it_was_touched) {
  EXPECT_EQ(read_back(made_.docx, "a.docx").judgement.standing, Standing::untouched);
  const SourceOutcome appended = read_back(made_.pdf + "\n", "a.pdf");
  EXPECT_EQ(appended.judgement.standing, Standing::edited);
  EXPECT_TRUE(appended.judgement.is_compared);
  ASSERT_EQ(appended.diagnostics.size(), 1U);
  EXPECT_EQ(appended.diagnostics[0].code, "readback.saved-again");
}

TEST_F(KeptWork, c_callers_ask_the_same) {
  krut_judgement* judgement = krut_judge(made_.pdf.data(), made_.pdf.size());
  EXPECT_STREQ(krut_judgement_standing(judgement), "untouched");
  EXPECT_TRUE(std::string(krut_judgement_json(judgement)).starts_with("{\"standing\": \"untouched\""));
  krut_judgement_free(judgement);
  judgement = krut_judge(nullptr, 0);
  EXPECT_STREQ(krut_judgement_standing(judgement), "empty");
  krut_judgement_free(judgement);
  krut_source* source = krut_read_back(made_.docx.data(), made_.docx.size(), nullptr);
  EXPECT_STREQ(krut_source_standing(source), "untouched");
  EXPECT_NE(krut_source_judgement_json(source), nullptr);
  krut_source_free(source);
}

}  // namespace
}  // namespace krut::api
