#include "data/hygiene/rules.h"
#include "data/placeholder.h"

namespace krut::data::hygiene {

void check_placeholders(const Paper& paper, Diagnostics& diagnostics) {
  for (const Passage& passage : paper.passages) {
    const bool may_be_one = passage.characters.size() == placeholder::date.size() ||
                            (!passage.characters.empty() && passage.characters.front() == U'<');
    if (!may_be_one || !placeholder::is_one(passage.value.text())) continue;
    warn(diagnostics, "data.placeholder", passage.value.place(),
         {"ค่านี้ยังเป็นตัวอย่างจาก krut new: " + quoted(passage.characters),
          "this is still the placeholder of krut new: " + quoted(passage.characters)},
         {"กรอกค่าจริง หรือลบคีย์นี้ออกถ้าไม่ใช้", "write what is meant, or take the key out if it is not needed"});
  }
}

}  // namespace krut::data::hygiene
