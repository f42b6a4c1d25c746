#include "data/hygiene/rules.h"
#include "data/placeholder.h"

namespace krut::data::hygiene {

void check_placeholders(const Paper& paper, Diagnostics& diagnostics) {
  for (const Passage& passage : paper.passages) {
    const std::string text = passage.value.text();
    if (!placeholder::is_one(text)) continue;
    warn(diagnostics, "data.placeholder", passage.value.place(),
         {"ค่านี้ยังเป็นตัวอย่างจาก krut new: " + quoted(passage.characters),
          "this is still the placeholder of krut new: " + quoted(passage.characters)},
         {"กรอกค่าจริง หรือลบคีย์นี้ออกถ้าไม่ใช้", "write what is meant, or take the key out if it is not needed"});
  }
}

}  // namespace krut::data::hygiene
