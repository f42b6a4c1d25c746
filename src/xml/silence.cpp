#include "xml/silence.h"

#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

namespace krut::xml {

namespace {

void hear_nothing(void*, xmlError*) {}
void say_nothing(void*, const char*, ...) {}

}  // namespace

struct Silence::Handlers {
  xmlStructuredErrorFunc structured;
  void* structured_user;
  xmlGenericErrorFunc generic;
  void* generic_user;
};

Silence::Silence() {
  xmlInitParser();  // any thread may be the first
  before_ = std::make_unique<Handlers>(
      Handlers{xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext});
  xmlSetStructuredErrorFunc(nullptr, hear_nothing);
  xmlSetGenericErrorFunc(nullptr, say_nothing);
}

Silence::~Silence() {
  xmlSetStructuredErrorFunc(before_->structured_user, before_->structured);
  xmlSetGenericErrorFunc(before_->generic_user, before_->generic);
}

}  // namespace krut::xml
