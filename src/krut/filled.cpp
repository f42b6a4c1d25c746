#include "krut/filled.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/beside.h"
#include "base/error.h"
#include "data/hygiene/hygiene.h"
#include "data/sentences.h"
#include "krut/outcome.h"
#include "krut/paper_weight.h"
#include "krut/photos.h"
#include "krut/picture_reader.h"
#include "krut/svg_pictures.h"
#include "pdf/standard.h"

namespace krut::api {

namespace {

using Layout = std::shared_ptr<const layout::Layout>;

/// A layout's name and, when the data says it, where: then it can be no file.
struct WantedLayout {
  std::string name;
  Place place;
  bool is_from_data = false;
};

/// `name` is not shown: it is of no shape that a name has.
krut::Diagnostic no_layout_name(const Place& place) {
  return {.code = "data.bad-layout-name",
          .message = {"\"layout\" ในข้อมูลต้องเป็นชื่อรูปแบบเอกสาร ไม่ใช่ชื่อไฟล์",
                      "\"layout\" in the data must be the name of a layout, not of a file"},
          .where = place,
          .hint = {"ดูรายชื่อด้วยคำสั่ง krut layouts ถ้าจะใช้ไฟล์ให้ระบุด้วย --layout",
                   "krut layouts lists the names; a file is named with --layout"}};
}

std::optional<WantedLayout> wanted_layout(const Request& request, const data::Value& root, Diagnostics& diagnostics) {
  if (!request.layout.empty()) return WantedLayout{request.layout, {}, false};
  if (root.kind() != data::Kind::object) {
    diagnostics.add(data::sentences::wrong_type(root, data::object_type));
    return std::nullopt;
  }
  const auto named = root.member("layout");
  if (named && named->kind() == data::Kind::text) {
    if (is_layout_name(named->text())) return WantedLayout{named->text(), named->place(), true};
    diagnostics.add(no_layout_name(named->place()));
    return std::nullopt;
  }
  if (named) {
    diagnostics.add(data::sentences::wrong_type(*named, data::text_type));
    return std::nullopt;
  }
  diagnostics.add({.code = "data.no-layout",
                   .message = {"ข้อมูลไม่ได้ระบุรูปแบบเอกสาร", "the data names no layout"},
                   .where = root.place(),
                   .hint = {"เพิ่ม \"layout\": \"ita/memo-report\" หรือใช้ --layout",
                            "add \"layout\": \"ita/memo-report\", or use --layout"}});
  return std::nullopt;
}

/// Null, with the reason told at the name in the data, when there is none.
Layout find_layout(const Request& request, const data::Json& json, const LayoutShelf& shelf, const Budget& budget,
                   Outcome& outcome, Diagnostics& diagnostics) {
  const auto wanted = wanted_layout(request, json.root(), diagnostics);
  if (!wanted) return nullptr;
  outcome.layout = wanted->name;
  try {
    Layout layout = wanted->is_from_data ? shelf.load_named(wanted->name, diagnostics, budget)
                                         : shelf.load(wanted->name, diagnostics, budget);
    if (!layout) outcome.status = Status::bad_layout;
    return layout;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input_missing) throw;
    outcome.status = status_of(error.kind());
    krut::Diagnostic told = error.diagnostic();
    if (!wanted->place.file.empty()) told.where = wanted->place;
    diagnostics.add(std::move(told));
  }
  return nullptr;
}

/// The review of the data, on a thread of its own: it seldom finds anything, and the paper is set meanwhile.
std::future<Diagnostics> review_beside(const data::Json& json) {
  return run_beside([json] {
    Diagnostics found;
    data::review(json, found);
    return found;
  });
}

/// What else can be told of data that was refused, or whose layout was. Where a fault of a value or of one of its
/// members was told already, what is found there follows from it.
void look_further(const data::Json& json, const Layout& layout, const layout::ReadPicture& read, const Budget& budget,
                  Diagnostics& diagnostics) {
  Diagnostics more;
  if (layout) layout::look_over(*layout, json, read, more, budget);
  data::review_texts(json, more);
  std::set<std::string> told;
  for (const krut::Diagnostic& each : diagnostics.items()) {
    const std::string& pointer = each.where.pointer;
    told.insert({pointer, pointer.substr(0, pointer.rfind('/'))});
  }
  auto& found = more.items();
  const auto was_told = [&](const krut::Diagnostic& each) { return told.count(each.where.pointer) != 0; };
  found.erase(std::remove_if(found.begin(), found.end(), was_told), found.end());
  diagnostics.append(more);
}

/// Pictures that are not there are missing input; beside another error, that one decides.
Status status_of_faults(const Diagnostics& diagnostics) {
  const bool only_pictures =
      std::all_of(diagnostics.items().begin(), diagnostics.items().end(), [](const krut::Diagnostic& each) {
        return each.severity != krut::Severity::error || each.code == "layout.unreadable-image";
      });
  return only_pictures ? Status::input_missing : Status::bad_data;
}

/// Draws and makes anew what must be. False, with the fault told, when one cannot be.
bool make_pictures(const Request& request, const FillMeans& means, model::Document& document,
                   Diagnostics& diagnostics) {
  means.budget.take(bytes_of_pictures(document));
  if (means.drawer == nullptr) return true;
  const picture::Drawer& drawer = *means.drawer;
  const auto standard = pdf::standard_named(request.pdf_standard);
  const bool takes_inks = standard && !pdf::is_promising(*standard);
  return draw_pictures(document, drawer, {request.wants_pdf, request.wants_docx}, means.budget, diagnostics) &&
         make_photos(document, drawer, {request.wants_docx, takes_inks, request.image_dpi}, means.budget, diagnostics);
}

}  // namespace

std::optional<Filled> fill(const Request& request, const FillMeans& means, Outcome& outcome, Diagnostics& diagnostics) {
  const Budget& budget = means.budget;
  if (auto fault = unfit_dpi(request)) {
    outcome.status = Status::limit_reached;
    diagnostics.add(std::move(*fault));
    return std::nullopt;
  }
  outcome.status = Status::bad_data;
  const auto json = data::Json::parse(request.data, request.data_name, diagnostics, budget);
  if (!json) return std::nullopt;
  const layout::ReadPicture read = picture_reader(request, means.verdicts);
  const Layout layout = find_layout(request, *json, means.shelf, budget, outcome, diagnostics);
  std::optional<data::CheckedData> data;
  if (layout) data = data::CheckedData::check(*json, layout->schema(), diagnostics);
  if (!data) {
    look_further(*json, layout, read, budget, diagnostics);
    return std::nullopt;
  }
  auto review = review_beside(*json);
  auto document = layout::fill(*layout, *data, read, diagnostics, budget);
  const bool is_drawn = document && make_pictures(request, means, *document, diagnostics);
  if (!is_drawn) {
    diagnostics.append(review.get());
    outcome.status = status_of_faults(diagnostics);
    return std::nullopt;
  }
  outcome.status = Status::ok;
  return Filled{layout, std::move(*document), *json, std::move(review)};
}

}  // namespace krut::api
