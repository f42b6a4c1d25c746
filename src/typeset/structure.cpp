#include "typeset/structure.h"

#include <utility>

namespace krut::typeset {

model::NodeIndex Structure::add(model::NodeIndex parent, model::Role role, model::ElementId element) {
  if (is_artifact()) return parent;
  model::StructureNode node;
  node.role = role;
  node.parent = parent;
  node.element = element;
  pages_.structure.push_back(std::move(node));
  return static_cast<model::NodeIndex>(pages_.structure.size() - 1);
}

model::NodeIndex Structure::add_text(model::NodeIndex parent, const model::ParagraphFormat& format,
                                     model::ElementId element) {
  if (format.outline_level == 0) return add(parent, model::Role::paragraph, element);
  const model::NodeIndex node = add(parent, model::Role::heading, element);
  if (!is_artifact()) pages_.structure[node].level = format.outline_level;
  return node;
}

void Structure::describe(model::NodeIndex node, std::string alternative_text) {
  if (!is_artifact()) pages_.structure[node].alternative_text = std::move(alternative_text);
}

model::Owner Structure::owner(model::NodeIndex node) const {
  if (is_artifact()) return {0, artifact_};
  return {node, model::ArtifactKind::none};
}

}  // namespace krut::typeset
