#pragma once

#include <string_view>
#include <vector>

#include "docx/formats.h"
#include "docx/story.h"

namespace krut::docx {

/// A stretch of text that Word must treat alike.
struct ScriptRun {
  std::string_view text;
  bool is_complex = false;  ///< Thai
};

/// Cuts text where Thai letters and others meet. Digits, spaces and signs belong to the letters before them, at the
/// beginning to the ones after them.
[[nodiscard]] std::vector<ScriptRun> script_runs(std::string_view text);

/// False where the spans have no text at all.
[[nodiscard]] bool is_said(const std::vector<model::Span>& spans);

/// `write_run_properties` of formats.h, put together once for each kind of run.
void write_run_properties(Story& story, const model::TextFormat& format, const model::TextFormat& base,
                          const RunLook& look = {});

/// Text in one format as runs of one script each. `look` says what they need beside it.
void write_text(Story& story, std::string_view text, const model::TextFormat& format, const model::TextFormat& base,
                RunLook look = {});

/// Spans as runs, a hidden bookmark around each value of the data. What a run's format shares with `base` is not
/// repeated. Where there are dots under them, they go on to the next tab stop from where a line ends.
void write_spans(Story& story, const std::vector<model::Span>& spans, const model::TextFormat& base, RunLook look = {});

/// A tab in its own run.
void write_tab(Story& story, const model::TextFormat& format, const model::TextFormat& base, const RunLook& look = {});

/// A tab whose dots, at a stop that has them, stand level with those under text.
void write_dotted_tab(Story& story, const model::TextFormat& format, const model::TextFormat& base);

}  // namespace krut::docx
