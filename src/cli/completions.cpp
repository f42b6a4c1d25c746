#include "cli/completions.h"

#include <functional>

#include "cli/grammar.h"

namespace krut::cli {

namespace {

const std::string origin = " made from the table of commands in the source of krut.\n";

/// Each command of the program, in English, told by `work`.
std::string of_commands(const std::function<std::string(const CLI::App&)>& work) {
  CLI::App app("", "krut");
  Arguments unused;
  add_commands(app, unused, false);
  std::string text;
  for (const CLI::App* command : app.get_subcommands(nullptr)) text += work(*command);
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return CLI::detail::find_and_replace(std::move(text), from, to);
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  return CLI::detail::join(words, between);
}

/// What an option or argument takes: words with blanks between, else its kind.
std::string values_of(const CLI::Option& option) {
  const std::vector<std::string> choices = choices_of(option);
  return choices.empty() ? option.get_type_name() : joined(choices, " ");
}

std::string in_bash(const CLI::App& command) {
  const std::string& name = command.get_name();
  std::string values;
  std::vector<std::string> options;
  for (const CLI::Option* option : options_of(command)) {
    const std::vector<std::string> names = names_of(*option);
    options.insert(options.end(), names.begin(), names.end());
    if (!takes_value(*option)) continue;
    std::vector<std::string> patterns;
    for (const std::string& each : names) patterns.push_back("'" + name + ' ' + each + "'");
    values += "    " + joined(patterns, " | ") + ") takes='" + values_of(*option) + "' ;;\n";
  }
  const auto arguments = arguments_of(command);
  values += "    '" + name + " '*)\n      takes='" + (arguments.empty() ? "" : values_of(*arguments.front())) + "'\n";
  return values + "      [[ $current == -* ]] && takes='" + joined(options, " ") + "' ;;\n";
}

/// Text inside [ ] of a specification, itself between apostrophes (zsh, _arguments).
std::string for_zsh(std::string text) {
  for (const char* special : {"[", "]", ":"}) text = replaced(text, special, std::string("\\") + special);
  return replaced(text, "'", "'\\''");
}

std::string zsh_action(const CLI::Option& option) {
  const std::string kind = option.get_type_name();
  if (kind == file_value) return "file:_files";
  if (kind == folder_value) return "folder:_files -/";
  if (kind == layout_value) return "layout:_krut_layouts";
  return "word:(" + values_of(option) + ")";
}

std::string in_zsh(const CLI::App& command) {
  std::string text = "    " + command.get_name() + ")\n      _arguments";
  for (const CLI::Option* option : options_of(command)) {
    for (const std::string& name : names_of(*option)) {
      text += std::string(" \\\n        '") + (is_repeatable(*option) ? "*" : "") + name;
      if (takes_value(*option) && name.starts_with("--")) text += '=';
      text += '[' + for_zsh(option->get_description()) + ']' + (takes_value(*option) ? ":" + zsh_action(*option) : "") +
              "'";
    }
  }
  for (const CLI::Option* argument : arguments_of(command)) text += " \\\n        '1:" + zsh_action(*argument) + "'";
  return text + " ;;\n";
}

std::string for_fish(const std::string& text) { return "'" + replaced(text, "'", "\\'") + "'"; }

std::string fish_values(const CLI::Option& option) {
  const std::string kind = option.get_type_name();
  if (kind == file_value) return " -F";
  if (kind == folder_value) return " -f -a '(__fish_complete_directories)'";
  if (kind == layout_value) return " -F -a '(krut layouts 2> /dev/null | cut -f 1)'";
  return " -f -a '" + values_of(option) + "'";
}

std::string in_fish(const CLI::App& command) {
  const std::string seen = "complete -c krut -n '__fish_seen_subcommand_from " + command.get_name() + "'";
  std::string text = "complete -c krut -f -n __fish_use_subcommand -a " + command.get_name() + " -d " +
                     for_fish(command.get_description()) + '\n';
  for (const CLI::Option* option : options_of(command)) {
    text += seen;
    for (const std::string& name : names_of(*option)) {
      text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    text += (takes_value(*option) ? " -r" + fish_values(*option) : "") + " -d " + for_fish(option->get_description()) +
            '\n';
  }
  const auto arguments = arguments_of(command);
  return text + seen + (arguments.empty() ? " -f" : fish_values(*arguments.front())) + '\n';
}

}  // namespace

std::string bash_completion() {
  const std::string names = of_commands([](const CLI::App& command) { return command.get_name() + ' '; });
  const std::string begin = R"sh(_krut() {
  local current=${COMP_WORDS[COMP_CWORD]}
  local takes='@names--help --version'
  ((COMP_CWORD > 1)) && case "${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD - 1]}" in
)sh";
  const std::string end = R"sh(    *) takes= ;;
  esac
  case $takes in
    FILE)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    FOLDER)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    LAYOUT)
      mapfile -t COMPREPLY < <(
        compgen -W "$(krut layouts 2> /dev/null | cut -f 1)" -- "$current"
        compgen -f -X '!*.xml' -- "$current") ;;
    *)
      mapfile -t COMPREPLY < <(compgen -W "$takes" -- "$current") ;;
  esac
}
complete -F _krut krut
)sh";
  return "# Completion for bash," + origin + replaced(begin, "@names", names) + of_commands(in_bash) + end;
}

std::string zsh_completion() {
  const std::string names = of_commands([](const CLI::App& command) {
    return "    '" + command.get_name() + ":" + for_zsh(command.get_description()) + "'\n";
  });
  const std::string begin = R"sh(_krut_layouts() {
  compadd -- ${(f)"$(krut layouts 2> /dev/null | cut -f 1)"}
  _files -g '*.xml'
}

_krut() {
  local -a commands=(
@names  )
  if ((CURRENT == 2)); then
    _describe command commands
    compadd -- --help --version
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
)sh";
  const std::string end = R"sh(  esac
}

_krut "$@"
)sh";
  return "#compdef krut\n# Completion for zsh," + origin + replaced(begin, "@names", names) + of_commands(in_zsh) + end;
}

std::string fish_completion() {
  return "# Completion for fish," + origin +
         "complete -c krut -f -n __fish_use_subcommand -s h -l help -d 'Print this help and exit'\n"
         "complete -c krut -f -n __fish_use_subcommand -l version -d 'Print the version and exit'\n" +
         of_commands(in_fish);
}

}  // namespace krut::cli
