#include "model/dump.h"

namespace krut::model {

std::string dump(const Document& document) { return document.title; }

}  // namespace krut::model
