#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "data/checked_data.h"
#include "layout/layout.h"
#include "model/dump.h"

/// What the tests of the layout room share: small layouts on a small schema, and documents as text.
namespace krut::layout::kit {

inline std::string source_path(const std::string& path) { return std::string(KRUT_SOURCE_FOLDER) + '/' + path; }

inline std::string read(const std::string& path) { return files::read_whole(source_path(path), limits::data_bytes); }

/// One key of every shape.
inline const std::string& schema() {
  static const std::string text = R"({
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "digits": {"enum": ["thai", "arabic", "as_is"]},
      "name": {"type": "string"},
      "note": {"type": "string"},
      "day": {"type": "string", "format": "date"},
      "days": {"type": "array", "items": {"type": "string", "format": "date"}},
      "year": {"type": "integer"},
      "period": {
        "type": "object",
        "properties": {"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}
      },
      "amount": {"type": "string", "format": "decimal"},
      "round": {"enum": ["6m", "12m"]},
      "status": {"enum": ["done", "in_progress", "not_started"]},
      "is_open": {"type": "boolean"},
      "text": {"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]},
      "lines": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
      "emblem": {
        "type": "object",
        "properties": {"mode": {"type": "string"}, "image": {"type": "string"}, "alternative_text": {"type": "string"}}
      },
      "groups": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "label": {"type": "string"},
            "rows": {
              "type": "array",
              "items": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
            }
          }
        }
      },
      "grid": {
        "type": "object",
        "properties": {
          "columns": {"type": "array", "items": {"type": "object", "properties": {"width": {"type": "string"}}}},
          "head": {"type": "array", "items": {"$ref": "#/definitions/line"}},
          "rows": {"type": "array", "items": {"$ref": "#/definitions/line"}}
        }
      },
      "people": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {"type": "string"},
            "role": {"type": "string"},
            "position": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
          }
        }
      }
    },
    "definitions": {
      "line": {
        "type": "object",
        "properties": {
          "cells": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "text": {"type": "string"},
                "columns": {"type": "integer"},
                "rows": {"type": "integer"},
                "align": {"type": "string"}
              }
            }
          }
        }
      }
    }
  })";
  return text;
}

/// Files that a test brings along.
using Files = std::vector<std::pair<std::string, std::string>>;

inline ReadFile reader_of(Files own) {
  return [own = std::move(own)](const std::string& name) -> std::string {
    for (const auto& [each, bytes] : own) {
      if (each == name) return bytes;
    }
    throw Error(ErrorKind::input_missing, "file.cannot-read", {"ไม่มีไฟล์ " + name, "there is no file " + name});
  };
}

/// The parts and layouts that krut ships.
inline std::optional<NamedText> find_shipped(const std::string& path) {
  const std::string file = "layouts/" + path;
  if (!std::filesystem::is_regular_file(source_path(file))) return std::nullopt;
  return NamedText{read(file), file};
}

inline std::shared_ptr<const Layout> load(const std::string& text, Diagnostics& diagnostics) {
  return Layout::load("test", text, "test.xml", reader_of({{"schema.json", schema()}}), diagnostics, {}, find_shipped);
}

inline std::string report(const std::string& content, const std::string& attributes = "") {
  return "<report version=\"1\" schema=\"schema.json\" title=\"test\" " + attributes + ">\n" + content +
         "\n</report>\n";
}

inline std::string all_messages(const Diagnostics& diagnostics, Language language) {
  std::string text;
  for (const Diagnostic& each : diagnostics.items()) text += format_for_people(each, language);
  return text;
}

/// The document that `layout_text` makes of `data_text`; the test fails when there is none.
/// The same reader, for pictures.
inline ReadPicture judged(ReadFile reader) {
  return [reader = std::move(reader)](const std::string& name) {
    auto bytes = std::make_shared<const std::string>(reader(name));
    return picture::Judged{bytes, picture::judge(*bytes)};
  };
}

inline std::optional<model::Document> fill_document(const std::string& layout_text, const std::string& data_text,
                                                    Diagnostics& diagnostics, const Files& files = {}) {
  const auto layout = load(layout_text, diagnostics);
  EXPECT_TRUE(layout) << all_messages(diagnostics, Language::english);
  const auto json = layout ? data::Json::parse(data_text, "data.json", diagnostics) : std::nullopt;
  const auto checked = json ? data::CheckedData::check(*json, layout->schema(), diagnostics) : std::nullopt;
  EXPECT_TRUE(checked) << all_messages(diagnostics, Language::english);
  auto document = checked ? fill(*layout, *checked, judged(reader_of(files)), diagnostics) : std::nullopt;
  for (const Diagnostic& each : diagnostics.items()) EXPECT_FALSE(each.hint.empty()) << each.message.english;
  return document;
}

/// What stands in the section that holds `blocks`, as `model::dump` writes it, one level out.
inline std::string filled(const std::string& blocks, const std::string& data_text, const std::string& attributes = "") {
  Diagnostics diagnostics;
  const std::string text = report("<section margins=\"2cm\">" + blocks + "</section>", attributes);
  const auto document = fill_document(text, data_text, diagnostics);
  if (!document) return all_messages(diagnostics, Language::english);
  const std::string dump = model::dump(*document);
  std::string result;
  bool is_inside = false;
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t end = dump.find('\n', at);
    const std::string line = dump.substr(at, end - at);
    if (is_inside) result += line.substr(2) + '\n';
    is_inside = is_inside || line.rfind("section ", 0) == 0;
    at = end + 1;
  }
  return result;
}

/// The texts of all spans, one a line: what a reader sees, without manner or place.
inline std::string texts(const std::string& blocks, const std::string& data_text, const std::string& attributes = "") {
  const std::string dump = filled(blocks, data_text, attributes);
  std::string result;
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t end = dump.find('\n', at);
    std::string line = dump.substr(at, end - at);
    line.erase(0, line.find_first_not_of(' '));
    if (!line.empty() && line[0] == '"') result += line.substr(1, line.find('"', 1) - 1) + '|';
    at = end + 1;
  }
  return result;
}

inline std::vector<std::string> files_in(const std::string& folder, const std::string& extension) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(source_path(folder))) {
    if (entry.path().extension() == extension) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace krut::layout::kit
