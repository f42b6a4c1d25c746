#pragma once

#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// Makes nodes under a parent and says whose marks are; as an artifact it makes none.
class Structure {
 public:
  Structure(model::Pages& pages, model::ArtifactKind artifact) : pages_(pages), artifact_(artifact) {}

  /// The new node's index, or `parent` for artifacts.
  model::NodeIndex add(model::NodeIndex parent, model::Role role, model::ElementId element);
  /// A heading when the format has an outline level, else a paragraph.
  model::NodeIndex add_text(model::NodeIndex parent, const model::ParagraphFormat& format, model::ElementId element);
  /// Sets the words read in place of what is drawn. Nothing for artifacts.
  void describe(model::NodeIndex node, std::string alternative_text);
  [[nodiscard]] model::Owner owner(model::NodeIndex node) const;
  [[nodiscard]] model::ArtifactKind artifact() const { return artifact_; }
  [[nodiscard]] bool is_artifact() const { return artifact_ != model::ArtifactKind::none; }

 private:
  model::Pages& pages_;
  model::ArtifactKind artifact_;
};

}  // namespace krut::typeset
