#include "model/dump.h"

namespace krut::model {

std::string dump(const Pages& pages) { return pages.title; }

}  // namespace krut::model
