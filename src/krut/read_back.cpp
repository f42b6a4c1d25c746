#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "krut/judgement.h"
#include "krut/krut.hpp"
#include "krut/outcome.h"
#include "model/about.h"
#include "readback/source.h"

namespace krut::api {

SourceOutcome read_back(std::string_view paper, const std::string& name, const Bounds& bounds) {
  SourceOutcome outcome;
  Diagnostics diagnostics;
  try {
    const Budget budget = budget_of(bounds);
    if (auto source = readback::read_source(paper, name, diagnostics, budget)) {
      outcome.judgement = judged(paper, budget);
      tell_of_edits(outcome.judgement, name, readback::is_docx(paper), diagnostics);
      outcome.about = model::about_json(source->provenance, source->producer, members_of(outcome.judgement));
      outcome.data = std::move(source->provenance.data);
      outcome.layout = std::move(source->provenance.layout_name);
      outcome.layout_version = std::move(source->provenance.layout_version);
      outcome.producer = std::move(source->producer);
    } else {
      outcome.status = Status::bad_data;
    }
  } catch (const Error& error) {
    outcome.status = status_of(error.kind());
    krut::Diagnostic told = error.diagnostic();
    told.where.file = name;
    diagnostics.add(std::move(told));
  }
  outcome.diagnostics = shown(diagnostics);
  return outcome;
}

FileResult read_paper_file(const std::string& path) {
  FileResult result;
  try {
    result.bytes = files::read_whole(path, limits::paper_bytes);
  } catch (const Error& error) {
    result.status = status_of(error.kind());
    result.diagnostics.push_back(shown(error.diagnostic()));
  }
  return result;
}

}  // namespace krut::api
