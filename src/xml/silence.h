#pragma once

#include <memory>

namespace krut::xml {

/// While it lives, nothing that libxml2 has to say on this thread is printed. What it cannot lay at the door of a
/// parser (bytes that are no text of their encoding, want of memory) it tells to a handler that each thread has of its
/// own and that prints where nobody has set one. The handler of the embedding program is put back afterwards, and other
/// threads keep theirs. Handlers of a parser come first and hear what they heard before.
class Silence {
 public:
  Silence();
  ~Silence();
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  struct Handlers;
  std::unique_ptr<const Handlers> before_;
};

}  // namespace krut::xml
