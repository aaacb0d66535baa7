#pragma once
// The words that the command is called with.

#include <optional>
#include <string>
#include <vector>

#include "core/cli/messages.h"

namespace benefits::cli {

enum class Verb { evaluate, batch, explain, check_policy };

struct Arguments {
  Verb verb = Verb::evaluate;
  std::string policy;
  std::string only;
  std::string file;
  std::optional<Language> language;
  bool pretty = false;
  bool alternatives = true;
};

/// @return what is wrong with the words, or ""
std::string read_arguments(const std::vector<std::string>& words, Arguments& arguments);

}  // namespace benefits::cli
