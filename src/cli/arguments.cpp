#include "cli/arguments.h"

#include <algorithm>
#include <iostream>

#include "cli/exit_code.h"
#include "cli/grammar.h"

namespace krut::cli {

namespace {

/// The command that was named, or the program where none was.
std::string named_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? "krut" : "krut " + commands.back()->get_name();
}

/// A fault with the hint where to read on.
Fault fault(const CLI::App& app, const char* code, const std::string& thai, const std::string& english) {
  const std::string help = named_command(app) + " --help";
  return {code, thai, english, "อ่านวิธีใช้ด้วย " + help, "read " + help};
}

Fault unknown_word(const CLI::App& app) {
  const std::vector<std::string> words = app.remaining(true);
  const auto found = std::find_if(words.begin(), words.end(), [](const std::string& each) { return each != "--"; });
  const std::string word = found == words.end() ? words.front() : *found;
  const bool has_command = !app.get_subcommands().empty();
  if (has_command || word.starts_with('-')) {
    return fault(app, "usage.unknown-word", "ไม่รู้จัก \"" + word + "\" ใน " + named_command(app),
                 named_command(app) + " knows no \"" + word + "\"");
  }
  return fault(app, "usage.unknown-command", "ไม่มีคำสั่ง \"" + word + "\"", "there is no command \"" + word + "\"");
}

/// A command or an argument is not there; a word that is not known may be why, and then says more.
Fault missing(const CLI::App& app) {
  if (app.remaining_size(true) > 0) return unknown_word(app);
  const auto commands = app.get_subcommands();
  if (commands.empty()) return fault(app, "usage.no-command", "ต้องระบุคำสั่ง", "a command must be given");
  std::string name;
  for (const CLI::Option* option : commands.back()->get_options()) {
    if (option->get_required() && option->count() == 0) name = option->get_name();
  }
  return fault(app, "usage.missing-argument", named_command(app) + " ต้องระบุ " + name,
               named_command(app) + " needs " + name);
}

/// What the parser says of what none of ours is. It speaks English only.
Fault unreadable(const CLI::App& app, const CLI::ParseError& error) {
  return fault(app, "usage.unreadable", "อ่านคำสั่งไม่ได้", std::string("the command line cannot be read: ") + error.what());
}

/// The options that the parser may complain of, of the command before those of the program, which may have one of the
/// same name. Its sentence begins with the name, a flag's without hyphens.
std::vector<const CLI::Option*> options_in(const CLI::App& app, const CLI::ParseError& error) {
  const std::string sentence = error.what();
  const std::string word = sentence.substr(0, sentence.find_first_of(": "));
  std::vector<const CLI::Option*> options = options_of(app);
  for (const CLI::App* command : app.get_subcommands()) {
    const auto own = options_of(*command);
    options.insert(options.begin(), own.begin(), own.end());
  }
  const auto is_other = [&](const CLI::Option* each) { return !each->check_name(word) && !each->check_lname(word); };
  options.erase(std::remove_if(options.begin(), options.end(), is_other), options.end());
  return options;
}

/// An option has a value too many or none.
Fault wrong_count(const CLI::App& app, const CLI::ArgumentMismatch& mismatch) {
  const auto options = options_in(app, mismatch);
  if (options.empty()) return unreadable(app, mismatch);
  const auto given =
      std::find_if(options.begin(), options.end(), [](const CLI::Option* each) { return each->count() > 0; });
  const CLI::Option& option = given == options.end() ? *options.front() : **given;
  const std::string name = option.get_name();
  if (!takes_value(option)) {
    return fault(app, "usage.needless-value", name + " ไม่รับค่า", name + " takes no value");
  }
  if (option.count() > 1) return fault(app, "usage.repeated", name + " ใช้ได้ครั้งเดียว", name + " may be given once");
  return fault(app, "usage.missing-value", name + " ต้องมีค่า", name + " needs a value");
}

/// An option has a value that is none of its words, or no amount; of an amount the grammar has said what it is to be.
Fault bad_value(const CLI::App& app, const CLI::ValidationError& error) {
  for (const CLI::Option* option : options_in(app, error)) {
    const std::vector<std::string> choices = choices_of(*option);
    if (choices.empty()) return fault(app, "usage.bad-value", error.what(), error.what());
    for (const std::string& value : option->results()) {
      if (std::find(choices.begin(), choices.end(), value) != choices.end()) continue;
      const std::string list = CLI::detail::join(choices, ", ");
      return fault(app, "usage.bad-value", option->get_name() + ": \"" + value + "\" ไม่ใช่ค่าใดใน " + list,
                   option->get_name() + ": \"" + value + "\" is none of " + list);
    }
  }
  return unreadable(app, error);
}

}  // namespace

Parsed parse_arguments(int count, char** words, const Speaker& speaker) {
  Parsed parsed;
  CLI::App app("", "krut");
  add_commands(app, parsed.arguments, speaker.is_thai());
  const auto refuse = [&](const Fault& fault) {
    parsed.is_done = true;
    parsed.exit_code = speaker.usage(fault);
  };
  try {
    app.parse(count, words);
  } catch (const CLI::Success& wish) {
    parsed.is_done = true;
    parsed.exit_code = app.exit(wish, std::cout, std::cout);
  } catch (const CLI::RequiredError&) {
    refuse(missing(app));
  } catch (const CLI::ExtrasError&) {
    refuse(unknown_word(app));
  } catch (const CLI::ValidationError& error) {
    refuse(bad_value(app, error));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    refuse(wrong_count(app, mismatch));
  } catch (const CLI::ParseError& error) {
    refuse(unreadable(app, error));
  }
  return parsed;
}

}  // namespace krut::cli
