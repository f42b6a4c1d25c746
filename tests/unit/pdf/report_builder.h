#pragma once

#include "model/page.h"

namespace krut::pdf::test {

/// Two pages with all that a report can hold: an emblem, a heading, a list, a table whose second row goes on on the
/// second page, a group label, boxes to tick, two hands that sign, data to carry. Each cell holds a word of its own.
model::Pages report();

}  // namespace krut::pdf::test
