#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "krut/krut.hpp"

/// Pictures as callers of the library meet them.
namespace krut::api {
namespace {

const std::string folder = KRUT_SOURCE_FOLDER "/tests/data/drawing";

Request with_drawing() {
  Request request;
  request.data = read_data_file(folder + "/memo.json").bytes;
  request.data_name = "memo.json";
  request.data_folder = folder;
  return request;
}

Engine engine_with(const std::string& picture_program) {
  return Engine({{KRUT_FONT_FOLDER}, {KRUT_BUILD_FOLDER "/layouts"}, picture_program});
}

/// A program that stands in for the one that draws.
std::string stand_in(const std::string& script) {
  std::string path = KRUT_BUILD_FOLDER "/no-drawer.sh";
  std::ofstream(path) << "#!/bin/sh\n" << script << '\n';
  ::chmod(path.c_str(), 0755);
  return path;
}

/// The answers of `check`, and of `render` for each paper alone.
std::vector<Outcome> three_ways(const Engine& engine) {
  Request pdf_only = with_drawing();
  pdf_only.wants_docx = false;
  Request docx_only = with_drawing();
  docx_only.wants_pdf = false;
  std::vector<Outcome> outcomes;
  outcomes.push_back(engine.check(with_drawing()));
  outcomes.push_back(engine.render(pdf_only));
  outcomes.push_back(engine.render(docx_only));
  return outcomes;
}

TEST(PicturesTest, are_drawn_by_the_program_beside_the_library) {
  const Engine engine = engine_with("");
  const Outcome first = engine.render(with_drawing());
  EXPECT_EQ(first.status, Status::ok);
  const Outcome second = engine.render(with_drawing());
  EXPECT_EQ(first.pdf, second.pdf);
  EXPECT_EQ(first.docx, second.docx);
  EXPECT_EQ(engine_with(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture").render(with_drawing()).docx, first.docx);
}

TEST(PicturesTest, without_their_program_are_told_for_both_papers_and_by_check) {
  for (const std::string program : {"/nowhere/krut-picture", "krut-picture"}) {
    for (const Outcome& outcome : three_ways(engine_with(program))) {
      EXPECT_EQ(outcome.status, Status::resource_missing);
      ASSERT_EQ(outcome.diagnostics.size(), 1U);
      EXPECT_EQ(outcome.diagnostics[0].code, "picture.no-program");
      EXPECT_NE(outcome.diagnostics[0].message_english.find(program), std::string::npos);
      EXPECT_FALSE(outcome.diagnostics[0].hint_thai.empty());
      EXPECT_TRUE(outcome.pdf.empty() && outcome.docx.empty());
    }
  }
}

TEST(PicturesTest, whose_drawing_dies_are_told_by_name_and_place) {
  for (const std::string script : {"kill -SEGV $$", "kill -ABRT $$", "echo nonsense", "true"}) {
    for (const Outcome& outcome : three_ways(engine_with(stand_in(script)))) {
      EXPECT_EQ(outcome.status, Status::bad_data) << script;
      ASSERT_EQ(outcome.diagnostics.size(), 1U) << script;
      const Diagnostic& told = outcome.diagnostics[0];
      EXPECT_EQ(told.code, "picture.undrawable");
      EXPECT_EQ(told.pointer, "/emblem/image");
      EXPECT_EQ(told.line, 3);
      EXPECT_NE(told.message_english.find("drawing.svg"), std::string::npos);
      EXPECT_TRUE(outcome.pdf.empty() && outcome.docx.empty());
    }
  }
}

TEST(PicturesTest, may_come_as_bytes_by_the_name_in_the_data) {
  Request request = with_drawing();
  request.data_folder.clear();
  const Engine engine = engine_with("");
  const Outcome without = engine.render(request);
  EXPECT_EQ(without.status, Status::input_missing);
  ASSERT_EQ(without.diagnostics.size(), 1U);
  EXPECT_NE(without.diagnostics[0].hint_english.find("Request::pictures"), std::string::npos);
  request.pictures["drawing.svg"] = read_data_file(folder + "/drawing.svg").bytes;
  const Outcome with = engine.render(request);
  EXPECT_EQ(with.status, Status::ok);
  EXPECT_EQ(with.pdf, engine.render(with_drawing()).pdf);
}

}  // namespace
}  // namespace krut::api
