#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "krut/judgement.h"
#include "krut/krut.hpp"
#include "krut/outcome.h"

namespace krut::api {

namespace {

/// Why what stands at the file's place must stay, or nothing: then nothing is lost. A link is followed; what is no
/// ordinary file is written to as it is, or refused by the writing itself.
std::optional<krut::Diagnostic> reason_to_keep(const OutputFile& file) {
  std::error_code status;
  if (!std::filesystem::is_regular_file(file.path, status)) return std::nullopt;
  std::string there;
  try {
    there = files::read_whole(file.path, limits::paper_bytes);
  } catch (const Error&) {  // not to be read, or larger than anything of ours
    return refusal({}, file.path);
  }
  const bool is_earlier = std::find(file.earlier.begin(), file.earlier.end(), there) != file.earlier.end();
  if (there == file.bytes || is_earlier) return std::nullopt;
  const Judgement judgement = judge(there);
  const bool is_nobodys = judgement.standing == Standing::empty || judgement.standing == Standing::untouched;
  return is_nobodys ? std::nullopt : std::optional(refusal(judgement, file.path));
}

/// Throws where a file must stay, with every reason in `refusals`.
void expect_no_loss(const std::vector<OutputFile>& files, Diagnostics& refusals) {
  for (const OutputFile& file : files) {
    if (auto reason = reason_to_keep(file)) refusals.add(std::move(*reason));
  }
  if (refusals.empty()) return;
  const krut::Diagnostic& first = refusals.items().front();
  throw Error(ErrorKind::cannot_write, first.code, first.message, first.hint);
}

}  // namespace

FileResult write_files(const std::vector<OutputFile>& files, Replacing replacing,
                       const std::function<bool()>& should_stop) {
  FileResult result;
  std::vector<files::Output> outputs;
  for (const OutputFile& file : files) outputs.push_back({file.path, file.bytes});
  Diagnostics refusals;
  try {
    const auto judge_all = [&] {
      if (replacing == Replacing::own_work) expect_no_loss(files, refusals);
    };
    files::write_whole(outputs, judge_all, should_stop);
  } catch (const Error& error) {
    result.status = status_of(error.kind());
    if (refusals.empty()) refusals.add(error.diagnostic());
    result.diagnostics = shown(refusals);
  }
  return result;
}

}  // namespace krut::api
