#include "layout/contents.h"
#include "layout/emblem.h"
#include "layout/fill_content.h"
#include "layout/layout.h"
#include "layout/picture.h"

namespace krut::layout {

namespace {

/// Goes where filling goes, and makes nothing.
class Looker {
 public:
  explicit Looker(FillState state) : state_(std::move(state)) {}

  void look(const Node& node) {
    repeat(state_, node, [&] {
      if (node.kind == ElementKind::emblem) static_cast<void>(emblem_of(state_, node, {}));
      if (const auto* path = node.value<Path>("image")) look_at_picture(node, *path);
      if (node.kind == ElementKind::content) look_at_content(node);
      for (const Node& child : node.children) look(child);
    });
  }

 private:
  void look_at_picture(const Node& node, const Path& path) {
    const auto name = state_.scope.value(path);
    if (name && !name->text().empty()) static_cast<void>(read_picture(state_, *name, node.place));
  }

  void look_at_content(const Node& node) {
    const auto* path = node.value<Path>("select");
    const auto value = path == nullptr ? std::nullopt : state_.scope.value(*path);
    if (value) report_deep_lists(state_, *value, node.place);
  }

  FillState state_;
};

}  // namespace

void look_over(const Layout& layout, const data::Json& json, const ReadPicture& read, Diagnostics& diagnostics,
               const Budget& budget) {
  const Program& program = layout.contents_->program;
  Looker({program, read, diagnostics, Scope(json.root()), {}, 0, {}, {}, {}, {}, budget}).look(program.report);
}

}  // namespace krut::layout
