#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "layout/expression.h"
#include "layout/part.h"
#include "layout/source_text.h"
#include "layout/xml_reader.h"

namespace krut::layout {

struct PartFrame;

/// What a use says for a parameter.
struct Argument {
  SourceString text;
  const PartFrame* written_in = nullptr;  ///< null: the layout's own file, or the default of the parameter
  Template value;                         ///< the text, in which no parameter is left

  /// The one expression that it is; null where it is words, nothing, or several.
  [[nodiscard]] const Expression* expression() const;
};

/// One use of a part: what its parameters stand for while its body is read.
struct PartFrame {
  const Part* part = nullptr;
  const PartFrame* caller = nullptr;  ///< the use around, where a part uses a part
  std::vector<std::pair<std::string, Argument>> arguments;
  const std::vector<XmlNode>* held = nullptr;  ///< what the use holds, for the slot
  std::vector<std::string> variables_around;   ///< of the loops of the caller's body around the use

  [[nodiscard]] const Argument* argument(const std::string& name) const;
  [[nodiscard]] bool is_inside(const Part& other) const;
};

/// Where an expression stands: in the body of a part, inside loops of that body.
struct FrameScope {
  const PartFrame* frame = nullptr;  ///< null: in the layout's own file, where nothing is replaced
  const std::vector<std::string>& variables;
  const SourceText& source;
  Diagnostics& diagnostics;
};

/// Each puts in what the parameters stand for. Faults: a name that is neither parameter nor variable, a parameter that
/// should be one value of the data and is not, a variable of the part that hides one of its user's.
[[nodiscard]] Template with_arguments(const FrameScope& scope, Template text);
[[nodiscard]] Condition with_arguments(const FrameScope& scope, Condition condition);
/// Nothing where the parameter stands for nothing, or where a fault was added.
[[nodiscard]] std::optional<Path> with_arguments(const FrameScope& scope, Path path);

/// The argument that stands alone in a text, such as `size="{{ size }}"`; null where it is no such text.
[[nodiscard]] const Argument* lone_argument(const PartFrame* frame, const std::string& text);

}  // namespace krut::layout
