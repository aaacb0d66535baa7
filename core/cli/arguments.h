#pragma once
// The words that the command is called with.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/cli/messages.h"

namespace benefits::cli {

enum class Verb { evaluate, batch, explain, check_policy };

struct Arguments {
  Verb verb = Verb::evaluate;
  std::string policy = {};                ///< name of a file; "" for the policy compiled in
  std::string only = {};                  ///< words of core/scope.h; "" for all benefits
  std::string file = "-";                 ///< name of a file; "-" for standard input
  std::optional<Language> language = {};  ///< nothing where it is not said
  bool pretty = false;
  bool alternatives = true;
};

/// What is wrong with the words.
struct Misuse {
  std::string what;
};

/// @param words without the name of the command
std::variant<Arguments, Misuse> read_arguments(const std::vector<std::string>& words);

}  // namespace benefits::cli
